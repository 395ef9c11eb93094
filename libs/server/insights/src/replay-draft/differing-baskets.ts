import { closeness, type PriceBook } from '@oneshelf/domain-pricing';

/**
 * Which variants the engine may price otherwise in two books that differ in these: a basket without any of them comes to the
 * same, so it is quoted once. Where two books are alike in all but the release, the one that changes may win with prices that
 * do not: everything may differ then.
 */
export function mayDiffer(live: PriceBook, drafted: PriceBook, changedIds: ReadonlySet<string>): (variantId: string) => boolean {
  const releases = new Map(live.books.map((book) => [book.bookId, book.release]));
  const rank = (book: PriceBook['books'][number]): string => `${closeness(book)}:${book.priority}`;
  const moved = drafted.books.filter((book) => releases.get(book.bookId) !== book.release);
  const hasTwin = moved.some((book) => drafted.books.some((other) => other.bookId !== book.bookId && rank(other) === rank(book)));
  return hasTwin ? () => true : (variantId) => changedIds.has(variantId);
}
