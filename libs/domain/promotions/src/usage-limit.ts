import { openingCode } from './coupon';
import type { Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';

export type LimitReason = 'usage_limit_reached' | 'budget_spent' | 'code_used';

/**
 * The limit that closes a promotion, by what the caller knows of its use (PRM-30 to PRM-32). A caller that knows nothing,
 * as a till without a network, finds it open: whoever records the use sees the overrun.
 */
export function limitReached(promotion: Promotion, { buyer, usage }: Pick<PromotionBasket, 'buyer' | 'usage'>): LimitReason | undefined {
  const used = usage?.find(({ promotionId }) => promotionId === promotion.promotionId);
  if (promotion.coupon && openingCode(promotion, buyer.coupons ?? [], used) === undefined) return 'code_used';
  const { limits } = promotion;
  if (!used || !limits) return undefined;
  if (limits.uses !== undefined && used.uses >= limits.uses) return 'usage_limit_reached';
  if (limits.usesPerCustomer !== undefined && (used.usesOfCustomer ?? 0) >= limits.usesPerCustomer) return 'usage_limit_reached';
  return limits.budgetMinor !== undefined && used.spentMinor >= limits.budgetMinor ? 'budget_spent' : undefined;
}
