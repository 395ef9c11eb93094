import { invariant } from '@oneshelf/domain-kernel';
import { laneContest, type Taken } from './lane-contest';
import { byPriority, laneContests, offersOf, withoutOutshone } from './lane-contests';
import { reduce, type LineState } from './line-state';
import type { Lane, LaneMode, LaneModes, Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import type { PromotionOutcome } from './promotion-outcome';
import { roundOf, verdictOf, type Round } from './round';
import { standingOf } from './standing';
import { basketTraces, chargeTraces, lineTraces, type ByPriority, type Verdict } from './trace-promotions';
import { withinBudgets } from './within-budgets';

/** Each market says how its lanes work; this is what it gets without saying. */
export const defaultLaneModes: LaneModes = { item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' };

/**
 * All promotions of a basket: item lane, then basket lane, then shipping, each on what the lanes before left. Pure; the
 * order of lines and promotions changes nothing; no line goes below its floor. Rules: SPEC.md.
 */
export function applyPromotions(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes = defaultLaneModes): PromotionOutcome {
  return settle(basket, promotions, modes).outcome;
}

/** What all promotions together take off each line, by line id: the same as `applyPromotions` says, without the reasons (PRM-60). */
export function discountsByLine(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes = defaultLaneModes): Map<string, number> {
  // Budgets are kept by what each promotion took, which only the outcome says.
  return basket.usage?.length ? applyPromotions(basket, promotions, modes).discountMinorByLine : discountsOf(runPromotions(basket, promotions, modes).states);
}

/** The outcome within all budgets, and the round that led to it. */
export function settle(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes): { outcome: PromotionOutcome; round: Round } {
  const rounds: Round[] = [];
  const outcome = withinBudgets(basket, promotions, (known) => {
    const round = runPromotions(known, promotions, modes);
    rounds.push(round);
    return outcomeOf(round);
  });
  const round = rounds.at(-1);
  invariant(round, 'a basket is looked at once at least');
  return { outcome, round };
}

function outcomeOf(round: Round): PromotionOutcome {
  const discountMinorByCharge = discountsOf(round.charges);
  const verdicts = [...round.verdicts].sort(([a], [b]) => byPriority(a, b));
  return {
    discountMinorByLine: discountsOf(round.states), traceByLine: lineTraces(round.matched, verdicts), basketTrace: basketTraces(verdicts), discounts: sums(verdicts),
    shippingDiscountMinor: [...discountMinorByCharge.values()].reduce((sum, amountMinor) => sum + amountMinor, 0), discountMinorByCharge, traceByCharge: chargeTraces(round.charges, verdicts),
  };
}

/** The basket after all its promotions, with a verdict on each that concerns it. */
function runPromotions(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes): Round {
  const alone = promotions.filter(({ exclusive }) => exclusive === 'everywhere');
  const together = runLanes(roundOf(basket, promotions), modes);
  const willing = alone.filter((promotion) => (together.verdicts.get(promotion)?.standing.open ?? false)).sort(byPriority);
  if (willing.length === 0) return together;
  const without = (admitted: readonly Promotion[]): Round => runLanes(roundOf(basket, promotions, new Set(admitted)), modes);
  const offers = offersOf(willing);
  const rounds = offers.map(without);
  // Where its lane stacks, the first that takes something off runs; else the best for the shopper (PRM-12).
  const first = rounds.find((round, index) => modes[offers[index]?.[0]?.lane ?? 'item'] === 'stacking' && worthOf(round) > 0);
  if (first) return first;
  return rounds.reduce((best, round) => (worthOf(round) > worthOf(best) ? round : best), without(promotions.filter((promotion) => !alone.includes(promotion))));
}

function runLanes(round: Round, modes: LaneModes): Round {
  const shipping = round.charges.length > 0;
  for (const lane of ['item', 'basket', 'shipping'] as const) {
    const concerned = lane === 'shipping' ? (shipping ? round.promotions : []) : [...round.matched.keys()];
    runLane(lane, concerned.filter((promotion) => promotion.lane === lane), { round, mode: modes[lane] });
  }
  return round;
}

const nothingTaken = new Map<LineState, number>();

function runLane(lane: Lane, promotions: readonly Promotion[], { round, mode }: { round: Round; mode: LaneMode }): void {
  const open: Promotion[] = [];
  for (const promotion of promotions) {
    const standing = standingOf(promotion, round);
    round.verdicts.set(promotion, { standing, tookByLine: nothingTaken, tookMinor: 0, wouldTakeMinor: 0, because: standing.open ? 'nothing_to_reduce' : standing.because });
    if (standing.open) open.push(promotion);
  }
  const willing = round.admitted ? open.filter((promotion) => round.admitted?.has(promotion)) : open;
  const admitted = withoutOutshone(willing, mode, (some) => laneContest[lane](some, round).reduce((sum, { amountMinor }) => sum + amountMinor, 0));
  const running = new Set(admitted);
  for (const promotion of open) if (!running.has(promotion)) verdictOf(promotion, round).because = 'exclusive_applies';
  for (const members of laneContests(admitted, mode)) {
    // What an earlier contest took can make a later promotion's condition fail.
    const still = members.filter((promotion) => mode === 'best_deal' || reopen(promotion, round));
    const taken = laneContest[lane](still, round);
    judgeLosers(still, taken, round);
    for (const one of taken) apply(one, one.promotion.exclusive ? 'exclusive' : mode === 'best_deal' ? 'best_deal' : 'stacked', round);
  }
}

function judgeLosers(still: readonly Promotion[], taken: readonly Taken[], round: Round): void {
  const winners = new Set(taken.map(({ promotion }) => promotion));
  for (const promotion of still) {
    if (taken.length > 0 && !winners.has(promotion)) verdictOf(promotion, round).because = 'better_deal_applies';
  }
}

function apply({ promotion, state, amountMinor, units }: Taken, because: Verdict['because'], round: Round): void {
  reduce(state, amountMinor, units);
  if (amountMinor === 0) return;
  const verdict = verdictOf(promotion, round);
  verdict.because = because;
  // Most promotions of a basket take nothing: a map of its own is made with the first that one takes.
  const tookByLine = verdict.tookMinor === 0 ? new Map<LineState, number>() : verdict.tookByLine;
  verdict.tookByLine = tookByLine.set(state, (tookByLine.get(state) ?? 0) + amountMinor);
  verdict.tookMinor += amountMinor;
}

function reopen(promotion: Promotion, round: Round): boolean {
  const standing = standingOf(promotion, round);
  const verdict = verdictOf(promotion, round);
  verdict.standing = standing;
  if (!standing.open) verdict.because = standing.because;
  return standing.open;
}

function discountsOf(states: readonly LineState[]): Map<string, number> {
  const discounts = new Map<string, number>();
  for (const { line, leftMinor } of states) if (leftMinor < line.amountMinor) discounts.set(line.lineId, line.amountMinor - leftMinor);
  return discounts;
}

const worthOf = ({ verdicts }: Round): number => [...verdicts.values()].reduce((sum, { tookMinor }) => sum + tookMinor, 0);

function sums(verdicts: ByPriority): PromotionOutcome['discounts'] {
  const applied = verdicts.filter(([, { tookMinor }]) => tookMinor > 0);
  return applied.map(([{ promotionId, name }, { tookMinor }]) => ({ promotionId, name, amountMinor: tookMinor })).sort((a, b) => (a.promotionId < b.promotionId ? -1 : 1));
}
