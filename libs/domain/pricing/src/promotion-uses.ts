import { isLimited, openingCode, type Promotion, takesSingleUseCodes } from '@oneshelf/domain-promotions';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';

/** One use of a limited promotion by a basket. */
export interface PromotionUse {
  promotionId: string;
  name: string;
  limits: NonNullable<Promotion['limits']>;
  amountMinor: number;
  /** The code that opened it, as it is compared. */
  code: string | null;
  isSingleUse: boolean;
}

/** What a quote uses of limited promotions, by promotion id: what must be counted when it is sold (promotions SPEC, PRM-33). */
export function promotionUses(quote: Quote, input: BasketInput, book: PriceBook): PromotionUse[] {
  return quote.discounts.flatMap(({ promotionId, name, amountMinor }) => {
    const promotion = book.promotions.find((each) => each.promotionId === promotionId);
    if (!promotion || !isLimited(promotion)) return [];
    const usage = input.promotionUsage?.find((used) => used.promotionId === promotionId);
    const code = openingCode(promotion, input.buyer?.coupons ?? [], usage) ?? null;
    return [{ promotionId, name, limits: promotion.limits ?? {}, amountMinor, code, isSingleUse: takesSingleUseCodes(promotion) }];
  });
}
