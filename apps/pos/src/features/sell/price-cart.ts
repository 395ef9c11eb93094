import { quoteBasket, type Quote, type QuoteRefusal } from '@oneshelf/domain-pricing';
import type { Result } from '@oneshelf/domain-kernel';
import type { PriceBookAnswer, TillBootstrap } from '@oneshelf/contracts';
import type { CartContent, PaidBasket } from '../../local/sale-parts';
import { manualDiscountsOf, withPricesByHand } from '../by-hand/hand-basket';

type Basket = PaidBasket['basket'];

export interface PricingPlace { bootstrap: TillBootstrap; priceBook: PriceBookAnswer; pricedAt: string }

/** The basket as the engine and the server read it. */
export function basketOf(content: CartContent, { bootstrap, priceBook, pricedAt }: PricingPlace): Basket {
  const { market, location, channelCode } = bootstrap;
  const { priceZone, region } = location;
  const manualDiscounts = manualDiscountsOf(content);
  return {
    marketCode: market.code, channelCode, locationId: location.id, currency: priceBook.currency, pricedAt, taxCountry: market.country, timeZone: location.timeZone,
    ...(priceZone ? { priceZone } : {}), ...(region ? { region } : {}), lines: withPricesByHand(content), ...buyerOf(content),
    ...(manualDiscounts.length > 0 ? { manualDiscounts } : {}),
  };
}

function buyerOf({ customer, coupons }: CartContent): Pick<Basket, 'buyer' | 'promotionUsage'> {
  if (!customer && coupons.length === 0) return {};
  const usages = new Map(coupons.flatMap(({ usage }) => (usage ? [[usage.promotionId, usage]] : [])));
  return {
    buyer: {
      ...(customer ? { customerId: customer.id, customerGroups: customer.groups } : {}),
      ...(coupons.length > 0 ? { coupons: coupons.map(({ code, promotionId }) => ({ code, ...(promotionId ? { promotionId } : {}) })) } : {}),
    },
    ...(usages.size > 0 ? { promotionUsage: [...usages.values()] } : {}),
  };
}

/** Prices a cart with the kept book: the same engine as the server's, with no network. */
export const priceCart = (cart: CartContent, place: PricingPlace): Result<Quote, QuoteRefusal> => quoteBasket(basketOf(cart, place), place.priceBook);

/** What one piece costs here and now, before promotions of a whole basket; null where it has no price. */
export function unitPrice(variantId: string, place: PricingPlace): number | null {
  const quote = priceCart({ lines: [{ lineId: variantId, variantId, quantityMilli: 1000 }], coupons: [], acts: [], customer: null }, place);
  return quote.ok ? quote.value.listMinor : null;
}
