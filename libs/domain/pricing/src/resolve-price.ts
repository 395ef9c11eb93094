import type { BasketInput } from './basket-input';
import { chosenPrice, rankBooks, tierAt } from './choose-price';
import type { PriceBook, PriceTier } from './price-book';

export interface ResolvedPrice {
  bookId: string;
  unitMinor: number;
  /** What is asked without any reduction and by which book, to be shown struck through; null where it is sold in a sale alone. */
  full: { bookId: string; unitMinor: number } | null;
  /** The quantity that the price is for; null where it is for any. */
  tier: PriceTier | null;
}

/** The unit price of one variant before promotions and tax, by the same choice as in a basket (PRC-22); null where it has none. */
export function resolvePrice(context: Omit<BasketInput, 'lines'>, { variantId, quantityMilli }: { variantId: string; quantityMilli: number }, book: PriceBook): ResolvedPrice | null {
  if (context.currency !== book.currency) return null;
  const chosen = chosenPrice(rankBooks(book, context), variantId, quantityMilli);
  if (!chosen) return null;
  return {
    bookId: chosen.book.bookId, unitMinor: chosen.unitMinor, full: chosen.full && { bookId: chosen.full.book.bookId, unitMinor: chosen.full.unitMinor },
    tier: Array.isArray(chosen.price) ? tierAt(chosen.price, quantityMilli) : null,
  };
}
