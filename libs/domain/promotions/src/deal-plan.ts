import type { LineDiscount } from './line-discount';
import { roomOf, type LineState } from './line-state';
import type { BundleReward, BuyGetReward, Promotion } from './promotion';
import { unitDeal, type UnitDeal, type UsedUnits } from './unit-deal';

export interface DealPromotion {
  promotion: Promotion;
  reward: BuyGetReward | BundleReward;
  /** The lines whose units it may use. */
  lines: readonly LineState[];
}

/** A line promotion's offer to a line. */
export interface LineOffer {
  promotion: Promotion;
  discount: LineDiscount;
}

/** Who gets which line: deals with the units that they use up, and for the rest of each line its best offer. */
export interface DealPlan {
  deals: ChosenDeal[];
  offers: Map<LineState, ChosenOffer>;
}

interface ChosenDeal {
  promotion: Promotion;
  deal: UnitDeal;
}

interface ChosenOffer {
  promotion: Promotion;
  discountMinor: number;
}

/** Of more deals than this that want the same units, only the strongest are tried in every order. */
const greatestSearch = 6;

const noUnits: UsedUnits = new Map();

/**
 * The plan that saves the shopper most (PRM-2): every order of the deals that want the same units is tried, since one may
 * use up the units of another; each line's other units get their best offer. Of equal plans the one found first, by
 * promotion id. More promotions only add plans, so one more never makes a basket dearer.
 */
export function bestPlan(deals: readonly DealPromotion[], offers: ReadonlyMap<LineState, readonly LineOffer[]>): DealPlan {
  const offerOf = memoOffers(offers);
  const worthAlone = new Map<DealPromotion, number>();
  for (const entry of deals) {
    const alone = unitDeal(entry, noUnits);
    if (alone) worthAlone.set(entry, alone.discountMinor);
  }
  const chosen = rivals(worthAlone).flatMap((group) => bestOrder(group, offerOf));
  const used = usedBy(chosen);
  const rest: DealPlan['offers'] = new Map();
  for (const state of offers.keys()) {
    const offer = withinRoom(offerOf(state, state.units - (used.get(state) ?? 0)), state, chosen);
    if (offer) rest.set(state, offer);
  }
  return { deals: chosen, offers: rest };
}

type OfferOf = (state: LineState, freeUnits: number) => ChosenOffer | undefined;

/** Every order of deals that want the same units; what counts is what they and the offers on their lines take off. */
function bestOrder(group: readonly DealPromotion[], offerOf: OfferOf): ChosenDeal[] {
  let best: { deals: ChosenDeal[]; gain: number } = { deals: [], gain: 0 };
  const search = (chosen: ChosenDeal[], last: DealPromotion | undefined): void => {
    const used = usedBy(chosen);
    for (const next of group) {
      if (chosen.some(({ promotion }) => promotion === next.promotion)) continue;
      // Two deals that never want the same unit come out the same in either order: one order is enough.
      if (last && byId(next, last) < 0 && !overlap(last, next)) continue;
      const deal = unitDeal(next, used);
      if (!deal) continue;
      const more = [...chosen, { promotion: next.promotion, deal }];
      const gain = gainOf(more, offerOf);
      if (gain > best.gain) best = { deals: more, gain };
      search(more, next);
    }
  };
  search([], undefined);
  return best.deals;
}

/** What deals take off, less what the offers on their lines lose by it. */
function gainOf(deals: readonly ChosenDeal[], offerOf: OfferOf): number {
  let gain = deals.reduce((sum, { deal }) => sum + deal.discountMinor, 0);
  for (const [state, units] of usedBy(deals)) {
    gain += (withinRoom(offerOf(state, state.units - units), state, deals)?.discountMinor ?? 0) - (offerOf(state, state.units)?.discountMinor ?? 0);
  }
  return gain;
}

/** Deals that want the same units, directly or through others, together; each group by id, cut to the strongest. */
function rivals(worthAlone: ReadonlyMap<DealPromotion, number>): DealPromotion[][] {
  let groups: DealPromotion[][] = [];
  for (const deal of [...worthAlone.keys()].sort(byId)) {
    const touching = groups.filter((group) => group.some((other) => overlap(other, deal)));
    groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), deal]];
  }
  return groups.map((group) => {
    const strongest = group.length > greatestSearch ? group.sort((a, b) => (worthAlone.get(b) ?? 0) - (worthAlone.get(a) ?? 0) || byId(a, b)).slice(0, greatestSearch) : group;
    return strongest.sort(byId);
  });
}

function usedBy(deals: readonly ChosenDeal[]): Map<LineState, number> {
  const used = new Map<LineState, number>();
  for (const { deal } of deals) for (const [state, units] of deal.unitsByLine) used.set(state, (used.get(state) ?? 0) + units);
  return used;
}

/** An offer cut to what the deals on its line leave above the floor. */
function withinRoom(offer: ChosenOffer | undefined, state: LineState, deals: readonly ChosenDeal[]): ChosenOffer | undefined {
  if (!offer) return undefined;
  const byDeals = deals.reduce((sum, { deal }) => sum + (deal.discountByLine.get(state) ?? 0), 0);
  const discountMinor = Math.min(offer.discountMinor, roomOf(state) - byDeals);
  return discountMinor > 0 ? { ...offer, discountMinor } : undefined;
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

const overlap = (a: DealPromotion, b: DealPromotion): boolean => a.lines.some((state) => b.lines.includes(state));
const byId = (a: DealPromotion, b: DealPromotion): number => (a.promotion.promotionId < b.promotion.promotionId ? -1 : 1);
