import type { LineDiscount } from './line-discount';
import type { LineSelector } from './line-selector';
import { unitDeal, type FreeUnits, type UnitDeal } from './unit-deal';
import { roomOf, selectsState, type LineState } from './line-state';
import type { BundleReward, BuyGetReward, Promotion } from './promotion';

export interface DealPromotion {
  promotion: Promotion;
  reward: BuyGetReward | BundleReward;
}

/** A line promotion's offer to a line. */
export interface LineOffer {
  promotion: Promotion;
  discount: LineDiscount;
}

/** Who gets which line: deals with the units that they use up, and for the rest of each line its best offer. */
export interface DealPlan {
  deals: { promotion: Promotion; deal: UnitDeal }[];
  offers: Map<LineState, { promotion: Promotion; discountMinor: number }>;
  discountMinor: number;
}

/** Of more deals than this that want the same units, only the strongest are tried in every order. */
const greatestSearch = 6;

/**
 * The plan that saves the shopper most (PRM-2): every order of the deals is tried, since one deal may use up the units of
 * another; each line's other units get their best offer. Of equal plans the one found first, by promotion id. More
 * promotions only add plans, so one more never makes a basket dearer.
 */
export function bestPlan(states: readonly LineState[], deals: readonly DealPromotion[], offers: ReadonlyMap<LineState, readonly LineOffer[]>): DealPlan {
  const free = new Map(states.map((state) => [state, state.units]));
  const offerOf = memoOffers(offers);
  let best = planOf([], free, { offers, offerOf });
  if (deals.length === 0) return best;
  const possible = strongest(deals, free);
  const search = (chosen: DealPlan['deals'], left: FreeUnits, last: PossibleDeal | undefined): void => {
    for (const next of possible) {
      if (chosen.some(({ promotion }) => promotion === next.promotion)) continue;
      // Two deals that never want the same unit come out the same in either order: one order is enough.
      if (last && byId(next.promotion, last.promotion) < 0 && !overlap(last, next)) continue;
      const deal = unitDeal(next.reward, left);
      if (!deal) continue;
      const rest = new Map([...left].map(([state, units]) => [state, units - (deal.unitsByLine.get(state) ?? 0)]));
      const more = [...chosen, { promotion: next.promotion, deal }];
      const plan = planOf(more, rest, { offers, offerOf });
      if (plan.discountMinor > best.discountMinor) best = plan;
      search(more, rest, next);
    }
  };
  search([], free, undefined);
  return best;
}

interface PossibleDeal extends DealPromotion {
  /** Lines whose units it could use. */
  reach: ReadonlySet<LineState>;
}

function strongest(deals: readonly DealPromotion[], free: FreeUnits): PossibleDeal[] {
  const able = deals.map((entry) => ({ entry, alone: unitDeal(entry.reward, free)?.discountMinor ?? 0 })).filter(({ alone }) => alone > 0);
  if (able.length > greatestSearch) able.sort((a, b) => b.alone - a.alone || byId(a.entry.promotion, b.entry.promotion)).splice(greatestSearch);
  return able
    .map(({ entry }) => ({ ...entry, reach: new Set([...free.keys()].filter((state) => selectorsOf(entry.reward).some((on) => selectsState(on, state)))) }))
    .sort((a, b) => byId(a.promotion, b.promotion));
}

const selectorsOf = (reward: DealPromotion['reward']): LineSelector[] =>
  reward.kind === 'bundle' ? reward.parts.map(({ on }) => on) : [reward.buy.on, reward.get.on];

const overlap = (a: PossibleDeal, b: PossibleDeal): boolean => [...a.reach].some((state) => b.reach.has(state));

type ChosenOffer = { promotion: Promotion; discountMinor: number };
type OfferOf = (state: LineState, freeUnits: number) => ChosenOffer | undefined;

function planOf(deals: DealPlan['deals'], free: FreeUnits, { offers, offerOf }: { offers: ReadonlyMap<LineState, readonly LineOffer[]>; offerOf: OfferOf }): DealPlan {
  const chosen: DealPlan['offers'] = new Map();
  let discountMinor = deals.reduce((sum, { deal }) => sum + deal.discountMinor, 0);
  for (const state of offers.keys()) {
    const best = offerOf(state, free.get(state) ?? 0);
    if (!best) continue;
    const byDeals = deals.reduce((sum, { deal }) => sum + (deal.discountByLine.get(state) ?? 0), 0);
    const offer = { promotion: best.promotion, discountMinor: Math.min(best.discountMinor, roomOf(state) - byDeals) };
    if (offer.discountMinor <= 0) continue;
    chosen.set(state, offer);
    discountMinor += offer.discountMinor;
  }
  return { deals, offers: chosen, discountMinor };
}

/** Offers stand by priority, then id; only a greater discount beats an earlier one. */
function memoOffers(offers: ReadonlyMap<LineState, readonly LineOffer[]>): OfferOf {
  const known = new Map<LineState, Map<number, ChosenOffer | undefined>>();
  return (state, freeUnits) => {
    const ofLine = known.get(state) ?? new Map<number, ChosenOffer | undefined>();
    known.set(state, ofLine);
    if (!ofLine.has(freeUnits)) ofLine.set(freeUnits, bestOffer(state, offers.get(state) ?? [], freeUnits));
    return ofLine.get(freeUnits);
  };
}

function bestOffer(state: LineState, offers: readonly LineOffer[], freeUnits: number): ChosenOffer | undefined {
  let best: ChosenOffer | undefined;
  for (const { promotion, discount } of offers) {
    const discountMinor = discount(state, freeUnits);
    if (discountMinor > (best?.discountMinor ?? 0)) best = { promotion, discountMinor };
  }
  return best;
}

const byId = (a: Promotion, b: Promotion): number => (a.promotionId < b.promotionId ? -1 : 1);
