import { lineDiscount } from './line-discount';
import { stateOf, type LineState } from './line-state';
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

/** Every promotion that concerns the basket, by priority. */
export type ByPriority = readonly (readonly [Promotion, Verdict])[];

/** Per line the item promotions that mean it, and the basket promotions that took something off it. */
export function lineTraces(matched: MatchedLines, verdicts: ByPriority): Map<string, PromotionTrace[]> {
  const applied = new Map<string, PromotionTrace[]>();
  const others = new Map<string, PromotionTrace[]>();
  for (const [promotion, verdict] of verdicts) {
    if (!isShown(verdict)) continue;
    const lines = matched.get(promotion) ?? [];
    const wouldTake = promotion.lane === 'item' ? aloneOn(promotion, lines) : undefined;
    for (const state of lines) {
      const amountMinor = verdict.tookByLine.get(state);
      if (amountMinor !== undefined) add(applied, state, traceOf(promotion, { applied: true, amountMinor, because: verdict.because }));
      else if (wouldTake) add(others, state, notApplied(promotion, verdict, wouldTake(state)));
    }
  }
  for (const [lineId, traces] of others) applied.set(lineId, [...(applied.get(lineId) ?? []), ...traces]);
  return applied;
}

function add(traces: Map<string, PromotionTrace[]>, { line }: LineState, trace: PromotionTrace): void {
  const ofLine = traces.get(line.lineId);
  if (ofLine) ofLine.push(trace);
  else traces.set(line.lineId, [trace]);
}

/** Per shipping charge what took something off it. */
export function chargeTraces(charges: readonly LineState[], verdicts: ByPriority): Map<string, PromotionTrace[]> {
  const traces = new Map<string, PromotionTrace[]>();
  if (charges.length === 0) return traces;
  for (const [promotion, { because, tookByLine }] of verdicts.filter(([{ lane }]) => lane === 'shipping')) {
    for (const [state, amountMinor] of tookByLine) add(traces, state, traceOf(promotion, { applied: true, amountMinor, because }));
  }
  return traces;
}

/** Basket and shipping promotions, what applied first. */
export function basketTraces(verdicts: ByPriority): PromotionTrace[] {
  const shown = verdicts.filter(([promotion, verdict]) => promotion.lane !== 'item' && isShown(verdict));
  const traces = shown.map(([promotion, verdict]) => {
    const applied = verdict.tookMinor > 0;
    return applied ? traceOf(promotion, { applied, amountMinor: verdict.tookMinor, because: verdict.because }) : notApplied(promotion, verdict, verdict.wouldTakeMinor);
  });
  return [...traces.filter(({ applied }) => applied), ...traces.filter(({ applied }) => !applied)];
}

function notApplied(promotion: Promotion, { standing, because, tookMinor }: Verdict, amountMinor: number): PromotionTrace {
  // One that took something off elsewhere was beaten on this line.
  const trace = traceOf(promotion, { applied: false, amountMinor, because: tookMinor > 0 ? 'better_deal_applies' : because });
  if (!standing.open && standing.have !== undefined) trace.have = standing.have;
  if (!standing.open && standing.need !== undefined) trace.need = standing.need;
  return trace;
}

/** What a line promotion would take off a line that nothing else reduces; 0 for a deal of several units. */
function aloneOn({ reward }: Promotion, lines: readonly LineState[]): (state: LineState) => number {
  const discount = reward.kind === 'lines' || reward.kind === 'tiers' ? lineDiscount(reward, lines) : undefined;
  return (state) => discount?.(untouched(state), state.units) ?? 0;
}

const untouched = (state: LineState): LineState => (state.leftMinor === state.line.amountMinor && state.usedUnits === 0 ? state : stateOf(state.line));

/** A promotion behind a code is nobody's business who has not got the code. */
const isShown = ({ because }: Verdict): boolean => because !== 'coupon_missing';
