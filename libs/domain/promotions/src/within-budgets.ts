import type { Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import type { PromotionOutcome } from './promotion-outcome';

/**
 * The outcome in which no promotion takes more than what is left of its budget: one that would is out, whole, and the
 * others are asked again (PRM-31). Each round shuts one out, so it ends; without known usage it is one round.
 */
export function withinBudgets(basket: PromotionBasket, promotions: readonly Promotion[], apply: (basket: PromotionBasket) => PromotionOutcome): PromotionOutcome {
  const shut = new Set<string>();
  for (;;) {
    const outcome = apply({ ...basket, usage: (basket.usage ?? []).map((used) => (shut.has(used.promotionId) ? { ...used, spentMinor: Infinity } : used)) });
    const over = (basket.usage ?? []).filter(({ promotionId, spentMinor }) => !shut.has(promotionId) && tookOf(promotionId, outcome) > Math.max(0, budgetOf(promotionId, promotions) - spentMinor));
    if (over.length === 0) return outcome;
    for (const { promotionId } of over) shut.add(promotionId);
  }
}

const tookOf = (promotionId: string, { discounts }: PromotionOutcome): number => discounts.find((discount) => discount.promotionId === promotionId)?.amountMinor ?? 0;

const budgetOf = (promotionId: string, promotions: readonly Promotion[]): number => promotions.find((promotion) => promotion.promotionId === promotionId)?.limits?.budgetMinor ?? Infinity;
