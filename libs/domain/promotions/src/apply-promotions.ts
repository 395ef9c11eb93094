import { basketDiscount, shareOut, type BasketDiscount } from './basket-discount';
import { discountOn } from './discount-on';
import { itemContest } from './item-contest';
import { laneContests, withoutOutshone } from './lane-contests';
import { matchLines, type MatchedLines } from './match-lines';
import { stateOf, type LineState } from './line-state';
import type { Lane, LaneMode, LaneModes, Promotion } from './promotion';
import type { PromotableLine, PromotionBasket } from './promotion-basket';
import type { PromotionTrace } from './promotion-trace';
import { standingOf, type Standing } from './standing';
import { basketTraces, lineTraces, type Verdict } from './trace-promotions';
import { withinBudgets } from './within-budgets';

export interface PromotionOutcome {
  /** Discount of each line, by line id; a line without one is absent. */
  discountMinorByLine: Map<string, number>;
  /** Of each line that a promotion means: what applied first, then by priority and id. */
  traceByLine: Map<string, PromotionTrace[]>;
  /** Promotions of the basket and the shipping that mean something in it, applied or not. */
  basketTrace: PromotionTrace[];
  /** What each promotion took off in all, shipping included, by promotion id. */
  discounts: { promotionId: string; name: string; amountMinor: number }[];
  shippingDiscountMinor: number;
}

/** Each market says how its lanes work; this is what it gets without saying. */
export const defaultLaneModes: LaneModes = { item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' };

interface Round {
  basket: PromotionBasket;
  states: LineState[];
  matched: MatchedLines;
  verdicts: Map<Promotion, Verdict>;
  shippingLeftMinor: number;
}

/**
 * All promotions of a basket: item lane, then basket lane, then shipping, each on what the lanes before left. Pure; the
 * order of lines and promotions changes nothing; no line goes below its floor. Rules: SPEC.md.
 */
export function applyPromotions(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes = defaultLaneModes): PromotionOutcome {
  return withinBudgets(basket, promotions, (known) => runLanes(known, promotions, modes));
}

function runLanes(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes): PromotionOutcome {
  const states = [...basket.lines].sort(byLineId).map(stateOf);
  const round: Round = { basket, states, matched: matchLines(promotions, states), verdicts: new Map(), shippingLeftMinor: basket.shipping?.amountMinor ?? 0 };
  for (const lane of ['item', 'basket', 'shipping'] as const) {
    const concerned = lane === 'shipping' ? (basket.shipping ? promotions : []) : [...round.matched.keys()];
    runLane(lane, concerned.filter((promotion) => promotion.lane === lane), { round, mode: modes[lane] });
  }
  const discountMinorByLine = new Map<string, number>();
  for (const { line, leftMinor } of round.states) if (leftMinor < line.amountMinor) discountMinorByLine.set(line.lineId, line.amountMinor - leftMinor);
  return {
    discountMinorByLine, traceByLine: lineTraces(round.matched, round.verdicts), basketTrace: basketTraces(round.verdicts), discounts: sums(round.verdicts),
    shippingDiscountMinor: (basket.shipping?.amountMinor ?? 0) - round.shippingLeftMinor,
  };
}

function runLane(lane: Lane, promotions: readonly Promotion[], { round, mode }: { round: Round; mode: LaneMode }): void {
  const open: Promotion[] = [];
  for (const promotion of promotions) {
    const standing = standingNow(promotion, round);
    round.verdicts.set(promotion, { standing, tookByLine: new Map(), tookMinor: 0, wouldTakeMinor: 0, because: standing.open ? 'nothing_to_reduce' : standing.because });
    if (standing.open) open.push(promotion);
  }
  const admitted = withoutOutshone(open, mode, (some) => contest[lane](some, round).reduce((sum, { amountMinor }) => sum + amountMinor, 0));
  for (const promotion of open) if (!admitted.includes(promotion)) lose(promotion, 'exclusive_applies', round);
  for (const members of laneContests(admitted, mode)) {
    // What an earlier contest took can make a later promotion's condition fail.
    const still = members.filter((promotion) => mode === 'best_deal' || reopen(promotion, round));
    const taken = contest[lane](still, round);
    const winners = new Set(taken.map(({ promotion }) => promotion));
    for (const promotion of still) if (taken.length > 0 && !winners.has(promotion)) lose(promotion, 'better_deal_applies', round);
    for (const { promotion, state, amountMinor } of taken) apply(promotion, { state, amountMinor, because: promotion.exclusive ? 'exclusive' : mode === 'best_deal' ? 'best_deal' : 'stacked' }, round);
  }
}

interface Taken {
  promotion: Promotion;
  /** Absent: taken off the shipping. */
  state?: LineState;
  amountMinor: number;
}

/** What the best of some open promotions takes off, by lane. Nothing is changed. */
const contest: Record<Lane, (open: readonly Promotion[], round: Round) => Taken[]> = {
  item: (open, round) => itemContest(open, round.matched),
  basket: (open, round) => {
    let best: { promotion: Promotion; found: BasketDiscount } | undefined;
    for (const promotion of open) {
      const found = basketDiscount(promotion, round.matched.get(promotion) ?? []);
      verdictOf(promotion, round).wouldTakeMinor = found?.discountMinor ?? 0;
      if (found && found.discountMinor > (best?.found.discountMinor ?? 0)) best = { promotion, found };
    }
    const { promotion, found } = best ?? {};
    return promotion && found ? shareOut(found).map(([state, amountMinor]) => ({ promotion, state, amountMinor })) : [];
  },
  shipping: (open, round) => {
    let best: Taken | undefined;
    for (const promotion of open) {
      const amountMinor = shippingDiscount(promotion, round);
      verdictOf(promotion, round).wouldTakeMinor = amountMinor;
      if (amountMinor > (best?.amountMinor ?? 0)) best = { promotion, amountMinor };
    }
    return best ? [best] : [];
  },
};

function shippingDiscount({ reward }: Promotion, { basket: { shipping }, shippingLeftMinor }: Round): number {
  if (reward.kind !== 'shipping' || !shipping) return 0;
  return reward.methodIds?.length && !reward.methodIds.includes(shipping.methodId) ? 0 : discountOn(reward.discount, shippingLeftMinor, 1);
}

function apply(promotion: Promotion, { state, amountMinor, because }: { state?: LineState | undefined; amountMinor: number; because: Verdict['because'] }, round: Round): void {
  const verdict = verdictOf(promotion, round);
  verdict.because = because;
  verdict.tookMinor += amountMinor;
  if (!state) round.shippingLeftMinor -= amountMinor;
  else {
    state.leftMinor -= amountMinor;
    verdict.tookByLine.set(state, (verdict.tookByLine.get(state) ?? 0) + amountMinor);
  }
}

function reopen(promotion: Promotion, round: Round): boolean {
  const standing = standingNow(promotion, round);
  const verdict = verdictOf(promotion, round);
  verdict.standing = standing;
  if (!standing.open) verdict.because = standing.because;
  return standing.open;
}

function lose(promotion: Promotion, because: Verdict['because'], round: Round): void {
  verdictOf(promotion, round).because = because;
}

function standingNow(promotion: Promotion, { basket, states }: Round): Standing {
  const left = (line: PromotableLine): number => states.find((state) => state.line === line)?.leftMinor ?? 0;
  return standingOf(promotion, basket, left);
}

function verdictOf(promotion: Promotion, { verdicts }: Round): Verdict {
  const verdict = verdicts.get(promotion);
  if (!verdict) throw new Error(`promotion ${promotion.promotionId} has no verdict`);
  return verdict;
}

function sums(verdicts: ReadonlyMap<Promotion, Verdict>): PromotionOutcome['discounts'] {
  const applied = [...verdicts].filter(([, { tookMinor }]) => tookMinor > 0);
  return applied.map(([{ promotionId, name }, { tookMinor }]) => ({ promotionId, name, amountMinor: tookMinor })).sort((a, b) => (a.promotionId < b.promotionId ? -1 : 1));
}

const byLineId = (a: PromotableLine, b: PromotableLine): number => (a.lineId < b.lineId ? -1 : 1);
