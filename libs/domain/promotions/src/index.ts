export { applyPromotions, defaultLaneModes, type PromotionOutcome } from './apply-promotions';
export type { Condition } from './condition';
export { type GivenCoupon, normaliseCoupon, openingCode } from './coupon';
export type { LineSelector } from './line-selector';
export type { Discount, Lane, LaneModes, Promotion, Reward } from './promotion';
export type { Buyer, PromotableLine, PromotionBasket } from './promotion-basket';
export type { PromotionTrace } from './promotion-trace';
export { isLimited, type PromotionLimits, type PromotionUsage, takesSingleUseCodes } from './promotion-usage';
