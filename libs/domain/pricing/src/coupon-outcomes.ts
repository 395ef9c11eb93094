import { normaliseCoupon, type Promotion } from '@oneshelf/domain-promotions';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';

export interface CouponOutcome {
  code: string;
  outcome: 'applied' | 'not_applied' | 'unknown';
}

/** What became of each code (PRC-19): it took something off, its promotion did not apply to this basket, or no promotion has it. */
export function couponOutcomes(codes: readonly string[], quote: Quote, book: PriceBook): CouponOutcome[] {
  const applied = new Set(quote.discounts.map(({ promotionId }) => promotionId));
  return codes.map((code) => {
    const promotions = couponPromotions(code, book);
    return { code, outcome: promotions.length === 0 ? 'unknown' : promotions.some(({ promotionId }) => applied.has(promotionId)) ? 'applied' : 'not_applied' };
  });
}

/** The promotions that a code belongs to, whether or not they are on now. */
export function couponPromotions(code: string, book: PriceBook): Promotion[] {
  const wanted = normaliseCoupon(code);
  return book.promotions.filter(({ coupon }) => coupon?.codes.some((own) => normaliseCoupon(own) === wanted));
}
