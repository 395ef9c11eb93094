import { isDeepStrictEqual } from 'node:util';
import { type PriceBook, type Quote, quoteBasket } from '@oneshelf/domain-pricing';
import type { SalePayload } from '@oneshelf/contracts';
import type { Discrepancy } from '../till-sale.repository';

/**
 * Prices the basket again with the book that the till used. The same engine runs on both sides, so any difference is a
 * defect that shows itself here; the customer has paid, so the till's price stands.
 */
export function compareQuote(sale: Pick<SalePayload, 'basket' | 'quote'>, book: PriceBook | null): Discrepancy[] {
  if (!book) return [{ kind: 'unknown_book', details: { bookVersion: sale.quote.bookVersion } }];
  const ours = quoteBasket(sale.basket, book);
  if (!ours.ok) return [{ kind: 'price', details: { till: amounts(sale.quote), server: ours.refusal } }];
  if (isDeepStrictEqual(ours.value, sale.quote)) return [];
  return [{ kind: 'price', details: { till: amounts(sale.quote), server: amounts(ours.value) } }];
}

const amounts = (quote: Quote) => ({
  bookVersion: quote.bookVersion,
  totalMinor: quote.totalMinor,
  discountMinor: quote.discountMinor,
  taxMinor: quote.taxMinor,
  lines: quote.lines.map(({ lineId, variantId, totalMinor }) => ({ lineId, variantId, totalMinor })),
});
