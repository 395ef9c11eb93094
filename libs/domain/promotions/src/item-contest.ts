import { bestPlan, type DealPlan, type DealPromotion, type LineOffer } from './deal-plan';
import { lineDiscount } from './line-discount';
import { selectsState, type LineState } from './line-state';
import type { LineSelector } from './line-selector';
import type { Promotion } from './promotion';

/** What a promotion takes off a line. */
export interface ItemDiscount {
  promotion: Promotion;
  state: LineState;
  amountMinor: number;
}

/** Open promotions of the item lane that compete for the lines: the best plan for the shopper (PRM-2). */
export function itemContest(open: readonly Promotion[], states: readonly LineState[]): ItemDiscount[] {
  const deals: DealPromotion[] = [];
  const offers = new Map<LineState, LineOffer[]>();
  for (const promotion of open) {
    const { reward } = promotion;
    if (reward.kind === 'buy_get' || reward.kind === 'bundle') deals.push({ promotion, reward });
    else if (reward.kind === 'lines' || reward.kind === 'tiers') offer(promotion, { on: reward.on, discount: lineDiscount(reward, states) }, { states, offers });
  }
  return takenBy(bestPlan(states, deals, offers));
}

function offer(promotion: Promotion, { on, discount }: { on: LineSelector; discount: LineOffer['discount'] | undefined }, { states, offers }: { states: readonly LineState[]; offers: Map<LineState, LineOffer[]> }): void {
  if (!discount) return;
  for (const state of states) {
    if (!selectsState(on, state)) continue;
    const ofLine = offers.get(state);
    if (ofLine) ofLine.push({ promotion, discount });
    else offers.set(state, [{ promotion, discount }]);
  }
}

function takenBy(plan: DealPlan): ItemDiscount[] {
  const byDeals = plan.deals.flatMap(({ promotion, deal }) => [...deal.discountByLine].map(([state, amountMinor]) => ({ promotion, state, amountMinor })));
  const byOffers = [...plan.offers].map(([state, { promotion, discountMinor }]) => ({ promotion, state, amountMinor: discountMinor }));
  return [...byDeals, ...byOffers].filter(({ amountMinor }) => amountMinor > 0);
}
