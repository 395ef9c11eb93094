import type { PriceBook, PriceTier, ScopedBook } from '@oneshelf/domain-pricing';

export interface PriceMove {
  bookId: string;
  variantId: string;
  fromMilli: number;
  /** Null takes the price out. */
  amountMinor: number | null;
}

/** The book as it would be with these prices: where two books are alike in all else, the later release wins, so those that change are of the next. */
export function overlayPrices(book: PriceBook, moves: readonly PriceMove[]): PriceBook {
  const next = Math.max(0, ...book.books.map(({ release }) => release)) + 1;
  const byBook = new Map<string, PriceMove[]>(book.books.map(({ bookId }) => [bookId, []]));
  for (const move of moves) byBook.get(move.bookId)?.push(move);
  return {
    ...book,
    version: `${book.version}+draft`,
    books: book.books.map((one) => {
      const changes = byBook.get(one.bookId) ?? [];
      return changes.length > 0 ? { ...one, release: next, prices: movedPrices(one.prices, changes) } : one;
    }),
  };
}

function movedPrices(prices: ScopedBook['prices'], moves: readonly PriceMove[]): ScopedBook['prices'] {
  const moved = { ...prices };
  for (const { variantId, fromMilli, amountMinor } of moves) {
    const known = moved[variantId];
    if (fromMilli === 0 && amountMinor !== null && (known === undefined || typeof known === 'number')) {
      moved[variantId] = amountMinor;
      continue;
    }
    const others: PriceTier[] = (typeof known === 'number' ? [{ fromMilli: 0, unitMinor: known }] : (known ?? [])).filter((tier) => tier.fromMilli !== fromMilli);
    const tiers = amountMinor === null ? others : [...others, { fromMilli, unitMinor: amountMinor }].sort((a, b) => a.fromMilli - b.fromMilli);
    const [first] = tiers;
    if (!first) delete moved[variantId];
    else moved[variantId] = tiers.length === 1 && first.fromMilli === 0 ? first.unitMinor : tiers;
  }
  return moved;
}

/** True where some price is lower than before, or gone. */
export const lowersAny = (book: PriceBook, moves: readonly PriceMove[]): boolean => {
  const byId = new Map(book.books.map((one) => [one.bookId, one]));
  return moves.some(({ bookId, variantId, fromMilli, amountMinor }) => {
    const known = byId.get(bookId)?.prices[variantId];
    const before = typeof known === 'number' ? (fromMilli === 0 ? known : undefined) : known?.find((tier) => tier.fromMilli === fromMilli)?.unitMinor;
    // A price that was not there may take the place of a higher one of another book.
    return before === undefined || amountMinor === null || amountMinor < before;
  });
};
