import type { Promotion } from './promotion';
import type { Buyer } from './promotion-basket';
import type { PromotionUsage } from './promotion-usage';

export type GivenCoupon = NonNullable<Buyer['coupons']>[number];

/** Codes are compared in capitals, without the spaces and dashes that people type between groups. */
export const normaliseCoupon = (code: string): string => code.replace(/[\s-]+/g, '').toUpperCase();

/** Whether a code that was given belongs to the promotion: it is one of its own, or a single-use code that was found to be (PRM-13). */
export const fitsCoupon = ({ promotionId, coupon }: Promotion, given: GivenCoupon): boolean =>
  coupon !== undefined && (given.promotionId === promotionId || coupon.codes.some((own) => normaliseCoupon(own) === normaliseCoupon(given.code)));

/** The code that opens the promotion, as it is compared: the first by name that may still be used (PRM-32). */
export function openingCode(promotion: Promotion, given: readonly GivenCoupon[], usage: PromotionUsage | undefined): string | undefined {
  const most = promotion.limits?.usesPerCode ?? Infinity;
  const codes = given.filter((coupon) => coupon.isUsed !== true && fitsCoupon(promotion, coupon)).map(({ code }) => normaliseCoupon(code));
  return codes.filter((code) => (usage?.usesByCode?.[code] ?? 0) < most).sort()[0];
}
