import { type GivenCoupon, normaliseCoupon, type Promotion } from '@oneshelf/domain-promotions';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';

export interface CouponOutcome {
  code: string;
  outcome: 'applied' | 'not_applied' | 'used_up' | 'unknown';
}

/**
 * What became of each code (PRC-19): it took something off, its promotion did not apply to this basket, it or its promotion
 * is used up, or no promotion has it.
 */
export function couponOutcomes(coupons: readonly GivenCoupon[], quote: Quote, book: PriceBook): CouponOutcome[] {
  const applied = new Set(quote.discounts.map(({ promotionId }) => promotionId));
  const usedUp = usedUpIn(quote);
  return coupons.map((coupon) => {
    const { code, isUsed } = coupon;
    const promotions = promotionsOf(coupon, book);
    if (promotions.length === 0) return { code, outcome: 'unknown' };
    if (isUsed === true) return { code, outcome: 'used_up' };
    if (promotions.some(({ promotionId }) => applied.has(promotionId))) return { code, outcome: 'applied' };
    return { code, outcome: promotions.some(({ promotionId }) => usedUp.has(promotionId)) ? 'used_up' : 'not_applied' };
  });
}

/** The promotions that a code belongs to, whether or not they are on now. */
export function couponPromotions(code: string, book: PriceBook): Promotion[] {
  const wanted = normaliseCoupon(code);
  return book.promotions.filter(({ coupon }) => coupon?.codes.some((own) => normaliseCoupon(own) === wanted));
}

const promotionsOf = ({ code, promotionId }: GivenCoupon, book: PriceBook): Promotion[] =>
  promotionId === undefined ? couponPromotions(code, book) : book.promotions.filter((promotion) => promotion.promotionId === promotionId);

const limitReasons = ['usage_limit_reached', 'budget_spent', 'code_used'];

function usedUpIn({ lines, promotions }: Quote): Set<string> {
  const traces = [...lines.flatMap(({ trace }) => trace.promotions), ...promotions];
  return new Set(traces.filter(({ because }) => limitReasons.includes(because)).map(({ promotionId }) => promotionId));
}
