import { discountsByLine } from '@oneshelf/domain-promotions';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { priceLines, promotionBasketOf, quoteBasket } from './quote-basket';
import { resolvePrice } from './resolve-price';
import { needsTaxTerms } from './tax-step';

// The same book object each time, so that what the engine works out once for a book is kept.
const shelfBooks = new WeakMap<PriceBook, PriceBook>();

/**
 * What one unit costs by itself, as a shop window or a shelf label says it: book price and line promotions, nothing that
 * needs the rest of a basket (PRC-21). `listMinor` is the price before what is taken off, by a promotion or by a book that
 * is a reduction. Null where it is not for sale here. Amounts in minor units; `priceMinor` as the customer pays.
 */
export function shelfPrice(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): { priceMinor: number; listMinor: number } | null {
  const asked = priceAlone(context, variantId, book);
  if (!asked) return null;
  const full = resolvePrice(context, { variantId, quantityMilli: 1000 }, book)?.full;
  return { priceMinor: asked.priceMinor, listMinor: full?.unitMinor ?? asked.listMinor };
}

/** Where the tax is in the price, what is asked is the list price less what promotions take off; nobody asks for the reasons here (PRC-106). */
function priceAlone(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): { priceMinor: number; listMinor: number } | null {
  const input: BasketInput = { ...context, lines: [{ lineId: '1', variantId, quantityMilli: 1000 }] };
  if (!book.taxInclusive || needsTaxTerms(input) || input.manualDiscounts?.length || input.currency !== book.currency) {
    const quote = shelfQuote(context, variantId, book);
    return quote && { priceMinor: quote.totalMinor, listMinor: quote.listMinor };
  }
  const priced = priceLines(input, book);
  const line = priced.ok ? priced.value[0] : undefined;
  if (!priced.ok || !line) return null;
  const { promotions, lanes } = shelfBookOf(book);
  return { priceMinor: line.listMinor - (discountsByLine(promotionBasketOf(priced.value, input), promotions, lanes).get('1') ?? 0), listMinor: line.listMinor };
}

/** The quote behind a shelf price, with its trace. */
export function shelfQuote(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): Quote | null {
  const quote = quoteBasket({ ...context, lines: [{ lineId: '1', variantId, quantityMilli: 1000 }] }, shelfBookOf(book));
  return quote.ok ? quote.value : null;
}

function shelfBookOf(book: PriceBook): PriceBook {
  let shelf = shelfBooks.get(book);
  if (!shelf) {
    shelf = { ...book, promotions: book.promotions.filter(({ lane }) => lane === 'item') };
    shelfBooks.set(book, shelf);
  }
  return shelf;
}
