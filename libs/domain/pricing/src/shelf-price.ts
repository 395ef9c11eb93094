import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { resolvePrice } from './resolve-price';

// The same book object each time, so that what the engine works out once for a book is kept.
const shelfBooks = new WeakMap<PriceBook, PriceBook>();

/**
 * What one unit costs by itself, as a shop window or a shelf label says it: book price and line promotions, nothing that
 * needs the rest of a basket (PRC-21). `listMinor` is the price before what is taken off, by a promotion or by a book that
 * is a reduction. Null where it is not for sale here. Amounts in minor units; `priceMinor` as the customer pays.
 */
export function shelfPrice(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): { priceMinor: number; listMinor: number } | null {
  const quote = shelfQuote(context, variantId, book);
  if (!quote) return null;
  const full = resolvePrice(context, { variantId, quantityMilli: 1000 }, book)?.full;
  return { priceMinor: quote.totalMinor, listMinor: full?.unitMinor ?? quote.listMinor };
}

/** The quote behind a shelf price, with its trace. */
export function shelfQuote(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): Quote | null {
  let shelf = shelfBooks.get(book);
  if (!shelf) {
    shelf = { ...book, promotions: book.promotions.filter(({ lane }) => lane === 'item') };
    shelfBooks.set(book, shelf);
  }
  const quote = quoteBasket({ ...context, lines: [{ lineId: '1', variantId, quantityMilli: 1000 }] }, shelf);
  return quote.ok ? quote.value : null;
}
