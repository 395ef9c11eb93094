import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-order';

interface LineChange {
  variantId: string;
  /** Null: the line is new, or was taken off. */
  fromMilli: number | null;
  toMilli: number | null;
  fromCostMinor: number | null;
  toCostMinor: number | null;
}

/** What an edit changed, for people who read the history. */
export function changesOf(before: PurchaseOrder, after: PurchaseOrder): { lines: LineChange[]; expectedOn?: string | null; note?: string; rateMillionths?: number } {
  const variantIds = [...new Set([...before.lines, ...after.lines].map((line) => line.variantId))];
  const lines = variantIds.map((variantId) => changeOf(variantId, lineOf(before, variantId), lineOf(after, variantId))).filter((change) => change.fromMilli !== change.toMilli || change.fromCostMinor !== change.toCostMinor);
  return {
    lines,
    ...(before.expectedOn === after.expectedOn ? {} : { expectedOn: after.expectedOn }),
    ...(before.note === after.note ? {} : { note: after.note }),
    ...(before.rateMillionths === after.rateMillionths ? {} : { rateMillionths: after.rateMillionths }),
  };
}

const lineOf = (order: PurchaseOrder, variantId: string): PurchaseOrderLine | undefined => order.lines.find((line) => line.variantId === variantId);

const changeOf = (variantId: string, from: PurchaseOrderLine | undefined, to: PurchaseOrderLine | undefined): LineChange => ({
  variantId, fromMilli: from?.orderedMilli ?? null, toMilli: to?.orderedMilli ?? null, fromCostMinor: from?.unitCostMinor ?? null, toCostMinor: to?.unitCostMinor ?? null,
});
