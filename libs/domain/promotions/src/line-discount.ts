import { discountOn } from './discount-on';
import { leftOfUnits, roomOf, selectsState, type LineState } from './line-state';
import type { Discount, LinesReward, TiersReward } from './promotion';

/** What a reward takes off one line by itself, when `freeUnits` of it are not used up by a deal. */
export type LineDiscount = (state: LineState, freeUnits: number) => number;

/** The reward of a line promotion made ready for one basket; nothing where no line can have it. */
export function lineDiscount(reward: LinesReward | TiersReward, states: readonly LineState[]): LineDiscount | undefined {
  if (reward.kind === 'lines') return (state, freeUnits) => onUnits(state, { freeUnits, reward });
  const discount = reachedStep(reward, states);
  return discount && ((state, freeUnits) => onUnits(state, { freeUnits, reward: { discount, per: 'unit' } }));
}

function onUnits(state: LineState, { freeUnits, reward }: { freeUnits: number; reward: Pick<LinesReward, 'discount' | 'per' | 'maxUnits' | 'furtherUnits'> }): number {
  // By weight or length: the amount is what is percented; an amount or a price counts once, not for a part of a unit.
  const units = state.units === 0 ? 0 : Math.min(freeUnits, reward.maxUnits ?? freeUnits);
  if (state.units > 0 && units === 0) return 0;
  const amountMinor = state.units === 0 ? state.leftMinor : leftOfUnits(state, units);
  if (reward.furtherUnits && units > 1) return Math.min(onFirstAndFurther(reward.discount, reward.furtherUnits, { firstMinor: leftOfUnits(state, 1), amountMinor, units }), roomOf(state));
  return Math.min(discountOn(reward.discount, amountMinor, reward.per === 'line' || units === 0 ? 1 : units), roomOf(state));
}

/** The first unit of a line gets one discount, the others another (PRM-15). */
const onFirstAndFurther = (first: Discount, further: Discount, { firstMinor, amountMinor, units }: { firstMinor: number; amountMinor: number; units: number }): number =>
  discountOn(first, firstMinor, 1) + discountOn(further, amountMinor - firstMinor, units - 1);

/** The highest step that the matching lines reach together (PRM-11). */
export function reachedStep({ on, by, steps }: Pick<TiersReward, 'on' | 'by' | 'steps'>, states: readonly LineState[]): Discount | undefined {
  const reached = states.reduce((sum, state) => (selectsState(on, state) ? sum + (by === 'quantity' ? state.line.quantityMilli : state.line.amountMinor) : sum), 0);
  return steps.reduce<{ from: number; discount: Discount } | undefined>((best, step) => (step.from <= reached && (!best || step.from > best.from) ? step : best), undefined)?.discount;
}
