import { type OrderProblem, orderProblems } from '@oneshelf/domain-purchasing';
import type { PurchaseOrderLine } from '../purchase-order';
import type { SupplierProduct } from '../supplier.repository';

/** Why the supplier would not take an order; the lines are named by their ids. The pack is the line's, the minimum the product's. */
export const problemsOf = (order: { lines: readonly Pick<PurchaseOrderLine, 'id' | 'variantId' | 'orderedMilli' | 'unitCostMinor' | 'packMilli'>[] }, products: readonly SupplierProduct[], minimumOrderMinor: number): OrderProblem[] =>
  orderProblems(order.lines.map((line) => ({ lineId: line.id, orderedMilli: line.orderedMilli, unitCostMinor: line.unitCostMinor, packMilli: line.packMilli, minimumMilli: products.find(({ variantId }) => variantId === line.variantId)?.minimumMilli ?? 0 })), { minimumOrderMinor });
