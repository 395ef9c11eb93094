import type { Promotion } from './promotion';

/** Its codes come in batches, each for one sale; they stand in no price book. */
export const takesSingleUseCodes = ({ coupon }: Promotion): boolean => coupon !== undefined && coupon.codes.length === 0;

/** Whether anything about the promotion is counted. */
export const isLimited = (promotion: Promotion): boolean =>
  takesSingleUseCodes(promotion) || Object.values(promotion.limits ?? {}).some((limit) => limit !== undefined);
