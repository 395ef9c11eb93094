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
  /** Units that deals of contests before have used up, and what is left to pay of them. */
  usedUnits: number;
  usedLeftMinor: number;
}

export const stateOf = (line: PromotableLine): LineState => ({
  line, units: isWhole(line.quantityMilli) ? wholeUnits(line.quantityMilli) : 0, leftMinor: line.amountMinor, usedUnits: 0, usedLeftMinor: 0,
});

/** What may still be taken off before the line's floor. */
export const roomOf = ({ line, leftMinor }: LineState): number => Math.max(0, leftMinor - (line.floorMinor ?? 0));

/** What is left of `units` of the line, rounded down: a part of a line is never worth more than its share. */
export function leftOfUnits(state: LineState, units: number): number {
  if (units === state.units || state.units === 0) return state.leftMinor;
  return scaleRounded(state.leftMinor, { numerator: units, denominator: state.units }, 'down');
}

export const freeUnits = ({ units, usedUnits }: LineState): number => units - usedUnits;

/** What is left to pay of the units that no deal has used up. */
export const freeLeft = ({ leftMinor, usedLeftMinor }: LineState): number => leftMinor - usedLeftMinor;

/** What is left of some units that no deal has used up, rounded down. */
export function leftOfFreeUnits(state: LineState, units: number): number {
  if (units === freeUnits(state)) return freeLeft(state);
  return scaleRounded(freeLeft(state), { numerator: units, denominator: freeUnits(state) }, 'down');
}

/** Takes a discount off a line; `units` of it are used up by the deal that gives it. */
export function reduce(state: LineState, amountMinor: number, units = 0): void {
  if (units > 0) {
    state.usedLeftMinor += leftOfFreeUnits(state, units) - amountMinor;
    state.usedUnits += units;
  } else if (state.usedLeftMinor > 0) {
    // Off the line as a whole: used and free units bear it alike.
    state.usedLeftMinor = scaleRounded(state.usedLeftMinor, { numerator: state.leftMinor - amountMinor, denominator: state.leftMinor }, 'down');
  }
  state.leftMinor -= amountMinor;
}

/** The same line with `reduced` true once something was taken off. */
export const selectsState = (on: LineSelector, { line, leftMinor }: LineState): boolean =>
  selects(on, on.onlyFullPrice && leftMinor < line.amountMinor ? { ...line, reduced: true } : line);
