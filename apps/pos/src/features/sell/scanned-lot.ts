import { readScan } from '@oneshelf/domain-barcodes';
import { clock } from '../../local/runtime';
import type { SoldLot } from '../../local/sale-parts';
import { tillState } from '../../local/till-state';

/** YYYY-MM-DD on the store's calendar. */
export const storeDay = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: tillState.getState().bootstrap?.location.timeZone ?? 'UTC' }).format(new Date(clock.now()));

/** What a scan says of the lot, on the store's day; null: nothing. */
export function scannedLot(code: string, today: string): { lot: Omit<SoldLot, 'quantityMilli'> | null; expiredOn: string | null } {
  const { lot, expires } = readScan(code, { today });
  return { lot: lot === null ? null : { lotCode: lot, ...(expires === null ? {} : { expiresOn: expires }) }, expiredOn: expires !== null && expires < today ? expires : null };
}

/** One more piece of a lot on a line. */
export function withLot(lots: readonly SoldLot[], { lotCode, expiresOn }: Omit<SoldLot, 'quantityMilli'>): SoldLot[] {
  const known = lots.some((lot) => lot.lotCode === lotCode);
  return known
    ? lots.map((lot) => (lot.lotCode === lotCode ? { ...lot, quantityMilli: lot.quantityMilli + 1000 } : lot))
    : [...lots, { lotCode, ...(expiresOn === undefined ? {} : { expiresOn }), quantityMilli: 1000 }];
}

/** No more of lots than the line has: what was taken out last was scanned last. */
export function lotsWithin(lots: readonly SoldLot[], quantityMilli: number): SoldLot[] {
  let left = quantityMilli;
  return lots.flatMap((lot) => {
    const taken = Math.min(left, lot.quantityMilli);
    left -= taken;
    return taken > 0 ? [{ ...lot, quantityMilli: taken }] : [];
  });
}
