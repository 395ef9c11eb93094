import type { TillPurchaseOrder, TracedUnits } from '@oneshelf/contracts';
import type { SoldLot } from '../../local/sale-parts';
import { countOf, totalOf, type ReceiptCount } from './receipt-count';

type Line = TillPurchaseOrder['lines'][number];

/** As somebody types it for what was not scanned. */
export interface TypedLot { lotCode: string; expiresOn: string }

/** How much of a line kept by lot was counted and no scan named a lot of. */
export function unsaidMilli(line: Line, count: ReceiptCount): number {
  if (line.trackedBy !== 'lot') return 0;
  return Math.max(0, totalOf(countOf(count, line.id)) - (count.lots?.[line.id] ?? []).reduce((sum, lot) => sum + lot.quantityMilli, 0));
}

/** The lots of a line: those that were scanned, no more than was counted, and the typed one of the rest. Undefined: not kept by lot. */
export function tracedOf(line: Line, count: ReceiptCount, typed: TypedLot | undefined): TracedUnits[] | undefined {
  if (line.trackedBy !== 'lot') return undefined;
  let left = totalOf(countOf(count, line.id));
  const scanned = (count.lots?.[line.id] ?? []).flatMap((lot): SoldLot[] => {
    const quantityMilli = Math.min(left, lot.quantityMilli);
    left -= quantityMilli;
    return quantityMilli > 0 ? [{ ...lot, quantityMilli }] : [];
  });
  const code = typed?.lotCode.trim() ?? '';
  return left > 0 && code !== '' ? [...scanned, { lotCode: code, ...(typed?.expiresOn ? { expiresOn: typed.expiresOn } : {}), quantityMilli: left }] : scanned;
}
