import type { StorefrontQuote } from '@oneshelf/contracts';
import type { CouponOutcome, Quote } from '@oneshelf/domain-pricing';
import type { ShopperGoods } from './available-to-shopper.query';
import type { ShippingOption } from '../place-order/shipping-choice';

interface Quoted {
  quote: Quote;
  coupons: CouponOutcome[];
  shippingOptions: ShippingOption[];
}

/** A quote as a shopper sees it: without the books that lost. */
export const storefrontQuote = ({ quote, coupons, shippingOptions }: Quoted, goods: ShopperGoods): StorefrontQuote => ({
  currency: quote.currency, taxInclusive: quote.taxInclusive, bookVersion: quote.bookVersion,
  lines: quote.lines.map(({ variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, taxMinor, totalMinor }) => ({
    variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, taxMinor, totalMinor, availableMilli: goods.available.get(variantId) ?? 0, promised: promisedOf({ variantId, quantityMilli }, goods),
  })),
  coupons, discounts: quote.discounts,
  taxes: quote.taxes.map(({ country, name, rateBasisPoints, netMinor, taxMinor, grossMinor }) => ({ country, name, rateBasisPoints, netMinor, taxMinor, grossMinor })),
  untaxedBecause: untaxedBecause(quote), shipping: shippingOf(quote, shippingOptions), shippingOptions,
  listMinor: quote.listMinor, discountMinor: quote.discountMinor, taxMinor: quote.taxMinor, totalMinor: quote.totalMinor,
});

function promisedOf({ variantId, quantityMilli }: { variantId: string; quantityMilli: number }, { available, offers }: ShopperGoods): StorefrontQuote['lines'][number]['promised'] {
  const offer = offers.get(variantId);
  const missing = quantityMilli - Math.max(0, available.get(variantId) ?? 0);
  return offer && missing > 0 ? { kind: offer.kind, expectedOn: offer.expectedOn, quantityMilli: missing } : null;
}

function shippingOf({ shipping: [charge] = [] }: Quote, options: ShippingOption[]): StorefrontQuote['shipping'] {
  const names = options.find(({ methodId }) => methodId === charge?.methodId)?.names;
  if (!charge || !names) return null;
  const { methodId, listMinor, discountMinor, taxMinor, totalMinor } = charge;
  return { methodId, names, listMinor, discountMinor, taxMinor, totalMinor };
}

function untaxedBecause({ lines }: Quote): StorefrontQuote['untaxedBecause'] {
  const reasons = new Set(lines.map(({ trace }) => trace.tax.because));
  return (['reverse_charge', 'export', 'exempt'] as const).find((reason) => reasons.has(reason)) ?? null;
}
