import type { OrderRowsRead, PurchaseOrderDetail, PutPurchaseOrder, QuantityUnit } from '@oneshelf/contracts';
import { lineAmount } from '@oneshelf/domain-kernel';

/** A line as it is being edited. */
export interface DraftLine {
  variantId: string;
  sku: string;
  title: string;
  unit: QuantityUnit;
  quantityMilli: number;
  unitCostMinor: number;
  packMilli: number;
  supplierCode: string;
  expectedOn: string | null;
  receivedMilli: number;
}

export const draftOf = (order: PurchaseOrderDetail): DraftLine[] => order.lines.map((line) => ({
  variantId: line.variantId, sku: line.sku, title: [line.title, line.variantTitle].filter(Boolean).join(' '), unit: line.unit, quantityMilli: line.orderedMilli, unitCostMinor: line.unitCostMinor,
  packMilli: line.packMilli, supplierCode: line.supplierCode, expectedOn: line.expectedOn, receivedMilli: line.receivedMilli,
}));

export const totalOf = (lines: readonly DraftLine[]): number => lines.reduce((sum, line) => sum + lineAmount(line.unitCostMinor, line.quantityMilli), 0);

export const isSame = (a: readonly DraftLine[], b: readonly DraftLine[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Adds what a spreadsheet brought: a product that is there already gets the new quantity. */
export function withRows(lines: readonly DraftLine[], rows: OrderRowsRead['rows']): DraftLine[] {
  const taken = rows.flatMap((row) => (row.variantId === null || row.problem !== null ? [] : [{ ...row, variantId: row.variantId }]));
  const kept = lines.map((line) => ({ ...line, quantityMilli: taken.find((row) => row.variantId === line.variantId)?.quantityMilli ?? line.quantityMilli }));
  const fresh = taken.filter((row) => !lines.some((line) => line.variantId === row.variantId)).map((row): DraftLine => ({
    variantId: row.variantId, sku: row.sku, title: [row.title, row.variantTitle].filter(Boolean).join(' '), unit: row.unit, quantityMilli: row.quantityMilli, unitCostMinor: row.unitCostMinor, packMilli: row.packMilli, supplierCode: row.supplierCode, expectedOn: null, receivedMilli: 0,
  }));
  return [...kept, ...fresh];
}

/** What is sent: the whole order as it then stands. */
export const bodyOf = (order: PurchaseOrderDetail, { lines, expectedOn, note }: { lines: readonly DraftLine[]; expectedOn: string | null; note: string }): PutPurchaseOrder => ({
  version: order.version, supplierId: order.supplierId, locationId: order.locationId, rateMillionths: order.rateMillionths, expectedOn, note,
  lines: lines.map(({ variantId, quantityMilli, unitCostMinor, packMilli, supplierCode, expectedOn: day }) => ({ variantId, quantityMilli, unitCostMinor, packMilli, supplierCode, expectedOn: day })),
});
