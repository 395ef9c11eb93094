import type { Condition } from './condition';
import type { Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import type { MissReason } from './promotion-miss';
import type { ClosedReason } from './standing';

interface Closed {
  because: ClosedReason;
  have?: number;
  need?: number;
}

/** Why a promotion is not open to a basket, with what the promotion asks for and what the basket has. */
export function closedMiss(promotion: Promotion, { because, have = 0, need = 0 }: Closed, usage: PromotionBasket['usage'] = []): MissReason {
  switch (because) {
    case 'other_channel': return { kind: because, channelCodes: promotion.channelCodes };
    case 'other_store': return { kind: because, locationIds: promotion.locationIds ?? [] };
    case 'not_started': return { kind: because, startsAt: promotion.startsAt };
    case 'ended': return { kind: because, endsAt: promotion.endsAt };
    case 'outside_hours': return { kind: because, hours: promotion.hours ?? [] };
    case 'other_customer_group': return { kind: because, customerGroups: promotion.customerGroups ?? [] };
    case 'coupon_missing': case 'code_used': return { kind: because };
    case 'usage_limit_reached': return { kind: because, uses: promotion.limits?.uses ?? null, usesPerCustomer: promotion.limits?.usesPerCustomer ?? null };
    case 'budget_spent': return budgetSpent(promotion, usage);
    case 'spend_too_low': case 'bought_too_little': return { kind: because, haveMinor: have, needMinor: need, missingMinor: need - have };
    case 'quantity_too_low': return { kind: because, haveMilli: have, needMilli: need };
    case 'other_loyalty_tier': return { kind: because, tiers: condition(promotion, 'loyalty_tier')?.tiers ?? [] };
    case 'other_order_number': return orderNumber(promotion, have);
    case 'other_payment_method': return { kind: because, methods: condition(promotion, 'payment_method')?.methods ?? [] };
    case 'other_destination': return { kind: because, countries: condition(promotion, 'destination')?.countries ?? [] };
  }
}

function budgetSpent({ promotionId, limits }: Promotion, usage: NonNullable<PromotionBasket['usage']>): MissReason {
  const budgetMinor = limits?.budgetMinor ?? 0;
  const spentMinor = usage.find((used) => used.promotionId === promotionId)?.spentMinor ?? 0;
  return { kind: 'budget_spent', budgetMinor, leftMinor: Math.max(0, budgetMinor - spentMinor) };
}

function orderNumber(promotion: Promotion, have: number): MissReason {
  const { from = 1, to = null } = condition(promotion, 'order_number') ?? {};
  return { kind: 'other_order_number', have: have === 0 ? null : have, from, to };
}

const condition = <K extends Condition['kind']>({ conditions }: Promotion, kind: K): Extract<Condition, { kind: K }> | undefined =>
  conditions.find((one): one is Extract<Condition, { kind: K }> => one.kind === kind);
