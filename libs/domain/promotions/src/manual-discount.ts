import { invariant } from '@oneshelf/domain-kernel';
import { basketDiscountOn, shareOut } from './basket-discount';
import { stateOf, type LineState } from './line-state';
import type { Discount } from './promotion';
import type { PromotableLine } from './promotion-basket';

/** What an associate takes off by hand. Whether this person may is the caller's to say. */
export interface ManualDiscount {
  discountId: string;
  /** Off the lines together: a percentage, an amount, or all above a price. */
  discount: Discount;
  /** Absent: the whole basket. */
  lineIds?: string[];
  reason: string;
  /** Who gave it. */
  by: string;
}

/** One manual discount and what it came to; nothing of it may be left to take off. */
export interface ManualTrace {
  discountId: string;
  reason: string;
  by: string;
  amountMinor: number;
}

export interface ManualOutcome {
  /** By line id; a line without one is absent. */
  discountMinorByLine: Map<string, number>;
  traceByLine: Map<string, ManualTrace[]>;
  discounts: ManualTrace[];
}

/** A line after the promotions. */
export type ManuallyReducible = PromotableLine & { discountMinor: number };

/**
 * Manual discounts after all promotions, in the order in which they were given, each on what is left: rounded once on the
 * sum, shared out by largest remainder, never below zero (PRM-19). A floor of promotions does not hold a person back.
 */
export function applyManualDiscounts(lines: readonly ManuallyReducible[], given: readonly ManualDiscount[]): ManualOutcome {
  const states = [...lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1)).map(leftOf);
  const outcome: ManualOutcome = { discountMinorByLine: new Map(), traceByLine: new Map(), discounts: [] };
  for (const { discountId, discount, lineIds, reason, by } of given) {
    invariant(reason.trim() !== '' && by.trim() !== '', `manual discount ${discountId} names no reason or no person`);
    const found = basketDiscountOn(discount, lineIds ? states.filter(({ line }) => lineIds.includes(line.lineId)) : states);
    outcome.discounts.push({ discountId, reason, by, amountMinor: found?.discountMinor ?? 0 });
    for (const [state, amountMinor] of found ? shareOut(found) : []) take(state, { discountId, reason, by, amountMinor }, outcome);
  }
  return outcome;
}

function leftOf({ discountMinor, floorMinor: _, ...line }: ManuallyReducible): LineState {
  const state = stateOf(line);
  state.leftMinor -= discountMinor;
  return state;
}

function take(state: LineState, trace: ManualTrace, { discountMinorByLine, traceByLine }: ManualOutcome): void {
  const { lineId } = state.line;
  state.leftMinor -= trace.amountMinor;
  discountMinorByLine.set(lineId, (discountMinorByLine.get(lineId) ?? 0) + trace.amountMinor);
  traceByLine.set(lineId, [...(traceByLine.get(lineId) ?? []), trace]);
}
