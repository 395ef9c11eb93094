import { isWhole, scaleRounded, wholeUnits } from '@oneshelf/domain-kernel';
import type { LineSelector } from './line-selector';
import { selects } from './line-selector';
import type { PromotableLine } from './promotion-basket';

/** A line while promotions are worked out: what is left to pay of it, and how far down it may go. */
export interface LineState {
  readonly line: PromotableLine;
  /** Whole units; 0 for a quantity by weight or length, which no deal of units can take. */
  readonly units: number;
  leftMinor: number;
}

export const stateOf = (line: PromotableLine): LineState => ({ line, units: isWhole(line.quantityMilli) ? wholeUnits(line.quantityMilli) : 0, leftMinor: line.amountMinor });

/** What may still be taken off before the line's floor. */
export const roomOf = ({ line, leftMinor }: LineState): number => Math.max(0, leftMinor - (line.floorMinor ?? 0));

/** What is left of `units` of the line, rounded down: a part of a line is never worth more than its share. */
export function leftOfUnits(state: LineState, units: number): number {
  if (units === state.units || state.units === 0) return state.leftMinor;
  return scaleRounded(state.leftMinor, { numerator: units, denominator: state.units }, 'down');
}

/** The same line with `reduced` true once something was taken off. */
export const selectsState = (on: LineSelector, { line, leftMinor }: LineState): boolean =>
  selects(on, on.onlyFullPrice && leftMinor < line.amountMinor ? { ...line, reduced: true } : line);
