import { instantMs } from '@oneshelf/domain-kernel';
import type { PriceBook } from '@oneshelf/domain-pricing';

const turnsOf = new WeakMap<PriceBook, number[]>();

/** Between which instants the shelf prices of a book stay as they are: books, promotions and tax rates begin and end. From inclusive, to exclusive, in milliseconds. */
export function priceTurn(book: PriceBook, atMs: number): { from: number; to: number | null } {
  let turns = turnsOf.get(book);
  if (!turns) {
    const instants = [
      ...book.books.flatMap(({ activeFrom, activeTo }) => [activeFrom, activeTo]), ...book.promotions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]), ...book.taxRates.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ];
    turns = [...new Set(instants.flatMap((instant) => (instant === null ? [] : [instantMs(instant)])))].sort((a, b) => a - b);
    turnsOf.set(book, turns);
  }
  const next = turns.findIndex((turn) => turn > atMs);
  return { from: turns[(next < 0 ? turns.length : next) - 1] ?? 0, to: turns[next] ?? null };
}
