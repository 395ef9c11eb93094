import { bestPlan, type DealPlan, type DealPromotion, type LineOffer } from './deal-plan';
import { lineDiscount } from './line-discount';
import { selectsState, type LineState } from './line-state';
import type { MatchedLines } from './match-lines';
import type { Promotion } from './promotion';

/** What a promotion takes off a line. */
export interface ItemDiscount {
  promotion: Promotion;
  state: LineState;
  amountMinor: number;
  /** Units of the line that a deal uses up, those that it does not reduce too. */
  units?: number;
}

/** Open promotions of the item lane that compete for the lines: the best plan for the shopper (PRM-2). */
export function itemContest(open: readonly Promotion[], matched: MatchedLines): ItemDiscount[] {
  const deals: DealPromotion[] = [];
  const offers = new Map<LineState, LineOffer[]>();
  for (const promotion of open) {
    const { reward } = promotion;
    const lines = matched.get(promotion) ?? [];
    if (reward.kind === 'buy_get' || reward.kind === 'bundle') deals.push({ promotion, reward, lines });
    else if (reward.kind === 'lines' || reward.kind === 'tiers') {
      const discount = lineDiscount(reward, lines);
      // Only what was reduced meanwhile can be meant no more.
      if (discount) for (const state of lines) if (!reward.on.onlyFullPrice || selectsState(reward.on, state)) addOffer(offers, state, { promotion, discount });
    }
  }
  return takenBy(bestPlan(deals, offers));
}

function addOffer(offers: Map<LineState, LineOffer[]>, state: LineState, offer: LineOffer): void {
  const ofLine = offers.get(state);
  if (ofLine) ofLine.push(offer);
  else offers.set(state, [offer]);
}

function takenBy(plan: DealPlan): ItemDiscount[] {
  const byDeals = plan.deals.flatMap(({ promotion, deal }) => [...deal.unitsByLine].map(([state, units]) => ({ promotion, state, units, amountMinor: deal.discountByLine.get(state) ?? 0 })));
  const byOffers = [...plan.offers].map(([state, { promotion, discountMinor }]) => ({ promotion, state, amountMinor: discountMinor }));
  return [...byDeals, ...byOffers];
}
