import { instantMs } from '@oneshelf/domain-kernel';
import { turnsAtMs } from './coming-prices';
import type { PriceBook } from './price-book';

/**
 * The first moment after this one at which a basket with this clock may cost something else though nothing is published:
 * prices turn, a book's window, a promotion or a tax rate begins or ends (PRC-74). Null: none is known. Promotions by the
 * hour of the day are not among them.
 */
export function nextTurn(book: PriceBook, { at, timeZone }: { at: string; timeZone?: string | undefined }): string | null {
  const [now, next] = [instantMs(at), { ms: Infinity }];
  const take = (ms: number): void => { if (ms > now && ms < next.ms) next.ms = ms; };
  const takeIso = (iso: string | null): void => { if (iso !== null) take(instantMs(iso)); };
  for (const { activeFrom, activeTo, coming = [] } of book.books) {
    takeIso(activeFrom);
    takeIso(activeTo);
    for (const turn of coming) take(turnsAtMs(turn, timeZone));
  }
  for (const { startsAt, endsAt } of book.promotions) [startsAt, endsAt].forEach(takeIso);
  for (const { validFrom, validTo } of book.taxRates) [validFrom, validTo].forEach(takeIso);
  return next.ms === Infinity ? null : new Date(next.ms).toISOString();
}
