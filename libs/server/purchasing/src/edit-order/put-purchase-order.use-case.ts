import { Injectable } from '@nestjs/common';
import type { PutPurchaseOrder } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { orderStatusAfter } from '@oneshelf/domain-purchasing';
import { type Actor, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { ExpectOrder } from '../expect-order';
import { type OrderChanged, orderChanged, type PurchaseOrder, type PurchaseOrderLine } from '../purchase-order';
import { newLine, PurchaseOrderRepository } from '../purchase-order.repository';
import { type SupplierRecord, SupplierRepository } from '../supplier.repository';
import { changesOf } from './changes-of';
import { OrderPlaces, type OrderPlaceRefusal } from './order-places';

export type PutOrderRefusal =
  | OrderChanged
  | OrderPlaceRefusal
  | { kind: 'unknown_supplier' | 'supplier_inactive' | 'fixed_once_sent' | 'rate_required' | 'no_lines'; message: string }
  | { kind: 'below_received'; message: string; variantIds: string[] }
  | { kind: 'order_not_open'; message: string; status: string };

const ONE = 1_000_000;

/** Makes an order to a supplier or changes one that is still open. What was sent before stays in its history. */
@Injectable()
export class PutPurchaseOrderUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: PurchaseOrderRepository,
    private readonly suppliers: SupplierRepository,
    private readonly places: OrderPlaces,
    private readonly expect: ExpectOrder,
  ) {}

  /** The same new order sent twice is one order. Statements: 6. */
  async run(actor: StaffActor, id: string, input: PutPurchaseOrder): Promise<Result<{ id: string }, PutOrderRefusal>> {
    const place = await this.places.check(actor, input);
    if (!place.ok) return place;
    const supplier = await this.suppliers.find(input.supplierId);
    if (!supplier) return refuse({ kind: 'unknown_supplier', message: 'There is no supplier with this id. Nothing was saved.' });
    if (supplier.currency !== place.value.currency && input.rateMillionths === ONE) return refuse({ kind: 'rate_required', message: `${supplier.name} is paid in ${supplier.currency}, the location reckons in ${place.value.currency}. Nothing was saved. Say what one ${supplier.currency} is in ${place.value.currency}.` });
    return this.transactions.run<{ id: string }, PutOrderRefusal>(async (tx) => {
      if (input.version === 0) await this.orders.claim(tx, id);
      const before = await this.orders.lock(tx, id);
      if (!before && input.version > 0) return refuse(orderChanged(0));
      if (!before) return this.create(tx, { actor, id, input, supplier, marketCode: place.value.marketCode });
      return this.change(tx, { actor, before, input, supplier, marketCode: place.value.marketCode });
    });
  }

  private async create(tx: Tx, { actor, id, input, supplier, marketCode }: { actor: Actor; id: string; input: PutPurchaseOrder; supplier: SupplierRecord; marketCode: string }): Promise<Result<{ id: string }, PutOrderRefusal>> {
    if (!supplier.active) return refuse({ kind: 'supplier_inactive', message: `Nothing is ordered from ${supplier.name} any more. Nothing was saved.` });
    const number = await this.orders.nextNumber(tx, marketCode);
    const order = { id, number, marketCode, supplierId: supplier.id, locationId: input.locationId, currency: supplier.currency, rateMillionths: input.rateMillionths, status: 'draft' as const, expectedOn: input.expectedOn, note: input.note };
    await this.orders.insert(tx, order, actor.name);
    const lines = input.lines.map(({ quantityMilli, ...line }) => newLine({ ...line, orderedMilli: quantityMilli }));
    await this.orders.writeLines(tx, id, lines);
    await this.orders.record(tx, order, { actor, kind: 'created', details: { number, lines: lines.length } });
    return ok({ id });
  }

  private async change(tx: Tx, { actor, before, input, supplier, marketCode }: { actor: StaffActor; before: PurchaseOrder; input: PutPurchaseOrder; supplier: SupplierRecord; marketCode: string }): Promise<Result<{ id: string }, PutOrderRefusal>> {
    if (!this.places.mayBuyFor(actor, before.locationId)) return refuse({ kind: 'not_allowed_here', message: 'Your role does not hold at the location of this order. Nothing was saved.' });
    if (before.version !== input.version) {
      // The answer to making it was lost and it is made again: it is there.
      return input.version === 0 && before.version === 1 ? ok({ id: before.id }) : refuse(orderChanged(before.version));
    }
    if (!orderStatusAfter(before.status, 'edit').ok) return refuse({ kind: 'order_not_open', status: before.status, message: 'This order is done and cannot be changed. Nothing was saved. Make a new one.' });
    const isDraft = before.status === 'draft';
    if (!isDraft && (before.supplierId !== input.supplierId || before.locationId !== input.locationId)) return refuse({ kind: 'fixed_once_sent', message: 'An order that was sent keeps its supplier and its location. Nothing was saved. Close it and make another one.' });
    if (!isDraft && input.lines.length === 0) return refuse({ kind: 'no_lines', message: 'An order that was sent has at least one line. Nothing was saved. Cancel it instead.' });
    const short = before.lines.filter((line) => line.receivedMilli > 0 && (input.lines.find(({ variantId }) => variantId === line.variantId)?.quantityMilli ?? 0) < Math.min(line.receivedMilli, line.orderedMilli));
    if (short.length > 0) return refuse({ kind: 'below_received', variantIds: short.map((line) => line.variantId), message: 'Goods have come for these lines: they cannot be ordered with less than came. Nothing was saved.' });
    const lines = input.lines.map(({ quantityMilli, ...line }) => lineAfter(before.lines.find(({ variantId }) => variantId === line.variantId), { ...line, orderedMilli: quantityMilli }));
    const order: PurchaseOrder = { ...before, marketCode: isDraft ? marketCode : before.marketCode, supplierId: supplier.id, locationId: input.locationId, currency: isDraft ? supplier.currency : before.currency, rateMillionths: input.rateMillionths, expectedOn: input.expectedOn, note: input.note, lines };
    await this.orders.update(tx, order);
    await this.orders.writeLines(tx, order.id, lines);
    await this.expect.run(tx, order);
    await this.orders.record(tx, order, { actor, kind: 'edited', details: { afterSending: !isDraft, ...changesOf(before, order) } });
    return ok({ id: order.id });
  }
}

const lineAfter = (before: PurchaseOrderLine | undefined, line: Parameters<typeof newLine>[0]): PurchaseOrderLine => (before ? { ...before, ...line, closedMilli: 0 } : newLine(line));
