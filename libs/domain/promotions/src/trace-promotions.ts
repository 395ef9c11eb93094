import { lineDiscount } from './line-discount';
import { stateOf, type LineState } from './line-state';
import { byPriority } from './lane-contests';
import type { MatchedLines } from './match-lines';
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
export function lineTraces(matched: MatchedLines, verdicts: ReadonlyMap<Promotion, Verdict>): Map<string, PromotionTrace[]> {
  const applied = new Map<string, PromotionTrace[]>();
  const others = new Map<string, PromotionTrace[]>();
  for (const [promotion, verdict] of [...verdicts].filter(isShown).sort(([a], [b]) => byPriority(a, b))) {
    const lines = matched.get(promotion) ?? [];
    const wouldTake = promotion.lane === 'item' ? aloneOn(promotion, lines) : undefined;
    for (const state of lines) {
      const amountMinor = verdict.tookByLine.get(state);
      if (amountMinor !== undefined) add(applied, state, traceOf(promotion, { applied: true, amountMinor, because: verdict.because }));
      else if (wouldTake) add(others, state, traceOf(promotion, notApplied(verdict, wouldTake(state))));
    }
  }
  return new Map([...new Set([...applied.keys(), ...others.keys()])].map((lineId) => [lineId, [...(applied.get(lineId) ?? []), ...(others.get(lineId) ?? [])]]));
}

function add(traces: Map<string, PromotionTrace[]>, { line }: LineState, trace: PromotionTrace): void {
  const ofLine = traces.get(line.lineId);
  if (ofLine) ofLine.push(trace);
  else traces.set(line.lineId, [trace]);
}

/** Per shipping charge what took something off it. */
export function chargeTraces(charges: readonly LineState[], verdicts: ReadonlyMap<Promotion, Verdict>): Map<string, PromotionTrace[]> {
  const traces = new Map<string, PromotionTrace[]>();
  if (charges.length === 0) return traces;
  for (const [promotion, { because, tookByLine }] of [...verdicts].filter(([{ lane }]) => lane === 'shipping').sort(([a], [b]) => byPriority(a, b))) {
    for (const [state, amountMinor] of tookByLine) add(traces, state, traceOf(promotion, { applied: true, amountMinor, because }));
  }
  return traces;
}

/** Basket and shipping promotions, what applied first. */
export function basketTraces(verdicts: ReadonlyMap<Promotion, Verdict>): PromotionTrace[] {
  const shown = [...verdicts].filter(isShown).filter(([promotion]) => promotion.lane !== 'item').sort(([a], [b]) => byPriority(a, b));
  const traces = shown.map(([promotion, verdict]) => {
    const applied = verdict.tookMinor > 0;
    return traceOf(promotion, applied ? { applied, amountMinor: verdict.tookMinor, because: verdict.because } : notApplied(verdict, verdict.wouldTakeMinor));
  });
  return [...traces.filter(({ applied }) => applied), ...traces.filter(({ applied }) => !applied)];
}

function notApplied({ standing, because, tookMinor }: Verdict, amountMinor: number): Omit<PromotionTrace, 'promotionId' | 'name'> {
  const { have, need } = standing.open ? { have: undefined, need: undefined } : standing;
  // One that took something off elsewhere was beaten on this line.
  return { applied: false, amountMinor, because: tookMinor > 0 ? 'better_deal_applies' : because, ...(have === undefined ? {} : { have }), ...(need === undefined ? {} : { need }) };
}

/** What a line promotion would take off a line that nothing else reduces; 0 for a deal of several units. */
function aloneOn({ reward }: Promotion, lines: readonly LineState[]): (state: LineState) => number {
  const discount = reward.kind === 'lines' || reward.kind === 'tiers' ? lineDiscount(reward, lines) : undefined;
  return ({ line }) => {
    const untouched = stateOf(line);
    return discount?.(untouched, untouched.units) ?? 0;
  };
}

/** A promotion behind a code is nobody's business who has not got the code. */
const isShown = ([, { because }]: [Promotion, Verdict]): boolean => because !== 'coupon_missing';
