/** Which book each derived book takes its prices from; a book that stands by itself is absent. */
export type DerivedFrom = ReadonlyMap<string, string>;

/** The way from a book back to itself, the book first and last; nothing where there is none (PRC-18). */
export function findCycle(bookId: string, derivedFrom: DerivedFrom): string[] | undefined {
  const way = [bookId];
  for (let next = derivedFrom.get(bookId); next !== undefined; next = derivedFrom.get(next)) {
    way.push(next);
    if (next === bookId) return way;
    // A cycle further up that does not hold this book is that book's refusal, not this one's.
    if (way.indexOf(next) < way.length - 1) return undefined;
  }
  return undefined;
}
