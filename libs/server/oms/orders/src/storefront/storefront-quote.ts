import type { StorefrontQuote } from '@oneshelf/contracts';
import type { CouponOutcome, Quote } from '@oneshelf/domain-pricing';

/** A quote as a shopper sees it: without the books that lost. */
export const storefrontQuote = ({ quote, coupons }: { quote: Quote; coupons: CouponOutcome[] }, available: Map<string, number>): StorefrontQuote => ({
  currency: quote.currency, taxInclusive: quote.taxInclusive, bookVersion: quote.bookVersion,
  lines: quote.lines.map(({ variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, taxMinor, totalMinor }) => ({
    variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, taxMinor, totalMinor, availableMilli: available.get(variantId) ?? 0,
  })),
  coupons, discounts: quote.discounts,
  taxes: quote.taxes.map(({ name, rateBasisPoints, netMinor, taxMinor, grossMinor }) => ({ name, rateBasisPoints, netMinor, taxMinor, grossMinor })),
  listMinor: quote.listMinor, discountMinor: quote.discountMinor, taxMinor: quote.taxMinor, totalMinor: quote.totalMinor,
});
