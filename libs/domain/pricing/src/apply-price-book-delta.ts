import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { ComingPrices, PriceBook, ScopedBook } from './price-book';
import { add, frameOf, priceEntry, type PriceBookSum, subtract, sumOfText, sumText } from './price-book-checksum';
import type { PriceBookDelta, ScopedBookDelta } from './price-book-delta';
import { changed, pricesOfTurns } from './price-book-entries';

/** `other_base`: it changes another version. `other_book`: what it made is not what the server has. */
export type DeltaRefusal = { kind: 'other_base' | 'other_book' };

/** The book that a delta makes of another, byte for byte as the whole one (PRC-75); `checksum` is that of `before`. */
export function applyPriceBookDelta(before: PriceBook, checksum: string, delta: PriceBookDelta): Result<PriceBook, DeltaRefusal> {
  const sum = sumOfText(checksum);
  if (before.version !== delta.from || !sum) return refuse({ kind: 'other_base' });
  const old = new Map(before.books.map((book) => [book.bookId, book]));
  const books: ScopedBook[] = [];
  for (const change of delta.books) {
    const book = applyToBook(old.get(change.bookId), change);
    if (!book) return refuse({ kind: 'other_base' });
    books.push(book);
  }
  // A frame is whole: what it does not say any more, such as lanes, is gone. Parts in their order: the same book, the same bytes.
  const { marketCode, currency, taxInclusive, lanes } = delta.frame ?? before;
  const after: PriceBook = {
    version: delta.version, marketCode, currency, taxInclusive, books, promotions: delta.promotions ?? before.promotions, ...(lanes ? { lanes } : {}),
    taxRates: delta.taxRates ?? before.taxRates, variants: delta.variants ? changed(before.variants, delta.variants) : before.variants,
  };
  move(sum, { before, after, delta });
  return sumText(sum) === delta.checksum ? ok(after) : refuse({ kind: 'other_book' });
}

function applyToBook(before: ScopedBook | undefined, { bookId, head, prices, coming }: ScopedBookDelta): ScopedBook | null {
  if (!before && !head) return null;
  const { prices: oldPrices = {}, coming: oldComing = [], ...oldHead } = before ?? {};
  const turns = coming ? turnsOf(coming, oldComing) : oldComing;
  if (!turns) return null;
  // The engine keeps the order of precedence by the book's object: one that did not change stays the same.
  if (before && !head && !prices && !coming) return before;
  return { ...(head ?? (oldHead as Omit<ScopedBook, 'prices' | 'coming'>)), bookId, prices: prices ? changed(oldPrices, prices) : oldPrices, ...(turns.length > 0 ? { coming: turns } : {}) };
}

function turnsOf({ turnIds, turns }: NonNullable<ScopedBookDelta['coming']>, old: readonly ComingPrices[]): ComingPrices[] | null {
  const known = new Map([...old, ...turns].map((turn) => [turn.turnId, turn]));
  const found = turnIds.flatMap((id) => known.get(id) ?? []);
  return found.length === turnIds.length ? found : null;
}

/** Takes what was there out of the sum and puts what is there in, where anything changed. */
function move(sum: PriceBookSum, { before, after, delta }: { before: PriceBook; after: PriceBook; delta: PriceBookDelta }): void {
  subtract(sum, frameOf(before));
  add(sum, frameOf(after));
  const swap = (owner: string, ids: readonly string[], sides: { was: Record<string, unknown>; is: Record<string, unknown> }): void => {
    for (const id of ids) {
      if (Object.hasOwn(sides.was, id)) subtract(sum, priceEntry(owner, id, sides.was[id]));
      if (Object.hasOwn(sides.is, id)) add(sum, priceEntry(owner, id, sides.is[id]));
    }
  };
  const [old, now] = [new Map(before.books.map((book) => [book.bookId, book])), new Map(after.books.map((book) => [book.bookId, book]))];
  for (const { bookId, prices, coming } of delta.books) {
    const [was, is] = [old.get(bookId), now.get(bookId)];
    if (prices) swap(bookId, prices.ids, { was: was?.prices ?? {}, is: is?.prices ?? {} });
    if (!coming) continue;
    for (const [turnId, variantId, price] of pricesOfTurns(was?.coming ?? [])) subtract(sum, priceEntry(`${bookId}/${turnId}`, variantId, price));
    for (const [turnId, variantId, price] of pricesOfTurns(is?.coming ?? [])) add(sum, priceEntry(`${bookId}/${turnId}`, variantId, price));
  }
  for (const [bookId, book] of old) {
    if (now.has(bookId)) continue;
    swap(bookId, Object.keys(book.prices), { was: book.prices, is: {} });
    for (const [turnId, variantId, price] of pricesOfTurns(book.coming ?? [])) subtract(sum, priceEntry(`${bookId}/${turnId}`, variantId, price));
  }
  if (delta.variants) swap('variant', delta.variants.ids, { was: before.variants, is: after.variants });
}
