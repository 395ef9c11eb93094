import { quoteBasket, type Quote, type QuoteRefusal } from '@oneshelf/domain-pricing';
import type { Result } from '@oneshelf/domain-kernel';
import type { PriceBookAnswer, TillBootstrap } from '@oneshelf/contracts';
import type { CartLine, PaidBasket } from '../../local/sale-parts';

/** What is sold, and the codes that the customer brought. */
export interface CartContent { lines: readonly CartLine[]; coupons: readonly string[] }

export interface PricingPlace { bootstrap: TillBootstrap; priceBook: PriceBookAnswer; pricedAt: string }

/** The basket as the engine and the server read it. */
export function basketOf({ lines, coupons }: CartContent, { bootstrap, priceBook, pricedAt }: PricingPlace): PaidBasket['basket'] {
  const { market, location, channelCode } = bootstrap;
  const { priceZone, region } = location;
  return { marketCode: market.code, channelCode, locationId: location.id, currency: priceBook.currency, pricedAt, taxCountry: market.country, timeZone: location.timeZone, ...(priceZone ? { priceZone } : {}), ...(region ? { region } : {}), lines: [...lines], ...(coupons.length > 0 ? { buyer: { coupons: coupons.map((code) => ({ code })) } } : {}) };
}

/** Prices a cart with the kept book: the same engine as the server's, with no network. */
export const priceCart = (cart: CartContent, place: PricingPlace): Result<Quote, QuoteRefusal> => quoteBasket(basketOf(cart, place), place.priceBook);

/** What one piece costs here and now, before promotions of a whole basket; null where it has no price. */
export function unitPrice(variantId: string, place: PricingPlace): number | null {
  const quote = priceCart({ lines: [{ lineId: variantId, variantId, quantityMilli: 1000 }], coupons: [] }, place);
  return quote.ok ? quote.value.listMinor : null;
}
