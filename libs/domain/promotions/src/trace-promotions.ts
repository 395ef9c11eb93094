import { selects, type LineSelector } from './line-selector';
import { lineDiscount } from './line-discount';
import { stateOf, type LineState } from './line-state';
import { byPriority } from './lane-contests';
import type { Promotion } from './promotion';
import { traceOf, type PromotionReason, type PromotionTrace } from './promotion-trace';
import type { Standing } from './standing';

/** What became of a promotion in the whole basket. */
export interface Verdict {
  standing: Standing;
  because: PromotionReason;
  /** What it took off, by line and in all; shipping counts in all. */
  tookByLine: Map<LineState, number>;
  tookMinor: number;
  /** What a basket or shipping promotion that lost would have taken off. */
  wouldTakeMinor: number;
}

/** Per line the item promotions that mean it, and the basket promotions that took something off it. */
export function lineTraces(states: readonly LineState[], verdicts: ReadonlyMap<Promotion, Verdict>): Map<string, PromotionTrace[]> {
  const ordered = [...verdicts].filter(isShown).sort(([a], [b]) => byPriority(a, b));
  const traces = new Map<string, PromotionTrace[]>();
  for (const state of states) {
    const ofLine: PromotionTrace[] = [];
    for (const [promotion, verdict] of ordered) {
      const amountMinor = verdict.tookByLine.get(state);
      if (amountMinor !== undefined) ofLine.push(traceOf(promotion, { applied: true, amountMinor, because: verdict.because }));
      else if (promotion.lane === 'item' && means(promotion, state)) ofLine.push(traceOf(promotion, notApplied(verdict, wouldTake(promotion, state, states))));
    }
    if (ofLine.length > 0) traces.set(state.line.lineId, [...ofLine.filter(({ applied }) => applied), ...ofLine.filter(({ applied }) => !applied)]);
  }
  return traces;
}

/** Basket and shipping promotions, what applied first. */
export function basketTraces(states: readonly LineState[], verdicts: ReadonlyMap<Promotion, Verdict>): PromotionTrace[] {
  const traces: PromotionTrace[] = [];
  for (const [promotion, verdict] of [...verdicts].filter(isShown).sort(([a], [b]) => byPriority(a, b))) {
    if (promotion.lane === 'item' || (promotion.lane === 'basket' && !states.some((state) => means(promotion, state)))) continue;
    const applied = verdict.tookMinor > 0;
    traces.push(traceOf(promotion, applied ? { applied, amountMinor: verdict.tookMinor, because: verdict.because } : notApplied(verdict, verdict.wouldTakeMinor)));
  }
  return [...traces.filter(({ applied }) => applied), ...traces.filter(({ applied }) => !applied)];
}

function notApplied({ standing, because, tookMinor }: Verdict, amountMinor: number): Omit<PromotionTrace, 'promotionId' | 'name'> {
  const { have, need } = standing.open ? { have: undefined, need: undefined } : standing;
  // One that took something off elsewhere was beaten on this line.
  return { applied: false, amountMinor, because: tookMinor > 0 ? 'better_deal_applies' : because, ...(have === undefined ? {} : { have }), ...(need === undefined ? {} : { need }) };
}

/** What a line promotion would take off a line that nothing else reduces; 0 for a deal of several units. */
function wouldTake({ reward }: Promotion, { line }: LineState, states: readonly LineState[]): number {
  if (reward.kind !== 'lines' && reward.kind !== 'tiers') return 0;
  const untouched = stateOf(line);
  return lineDiscount(reward, states)?.(untouched, untouched.units) ?? 0;
}

/** A promotion behind a code is nobody's business who has not got the code. */
const isShown = ([, { because }]: [Promotion, Verdict]): boolean => because !== 'coupon_missing';

const means = ({ reward }: Promotion, { line }: LineState): boolean => selectorsOf(reward).some((on) => selects(on, line));

function selectorsOf(reward: Promotion['reward']): LineSelector[] {
  switch (reward.kind) {
    case 'buy_get': return [reward.buy.on, reward.get.on];
    case 'bundle': return reward.parts.map(({ on }) => on);
    case 'shipping': return [];
    default: return [reward.on];
  }
}
