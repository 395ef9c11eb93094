import { scaleRounded } from './divide-rounded';
import { invariant } from './invariant';

/** Thousandths of n pieces: 2 → 2000. */
export function pieces(count: number): number {
  invariant(Number.isSafeInteger(count), `pieces: ${count} is not a whole number`);
  return count * 1000;
}

/** Whole pieces in a quantity, the rest cut off: 2500 → 2, -500 → 0. */
export const wholeUnits = (quantityMilli: number): number => Math.trunc(quantityMilli / 1000) + 0;

export const isWhole = (quantityMilli: number): boolean => quantityMilli % 1000 === 0;

/** Price of a quantity in minor units, half up: 1.99 × 0.333 = 0.66267 → 66. */
export const lineAmount = (unitMinor: number, quantityMilli: number): number =>
  scaleRounded(unitMinor, { numerator: quantityMilli, denominator: 1000 }, 'half_up');

/** What a quantity of 1000 is. */
export const quantityUnits = ['piece', 'kg', 'g', 'l', 'ml', 'm'] as const;
export type QuantityUnit = (typeof quantityUnits)[number];

/** Whether it is measured, not counted: a scale, a jug or a ruler says how much. */
export const isMeasured = (unit: QuantityUnit | undefined): unit is Exclude<QuantityUnit, 'piece'> => unit !== undefined && unit !== 'piece';

/** Whether a person may say it so: a part of a piece is nothing that can be counted, a part of a kilogram is. */
export const fitsUnit = (quantityMilli: number, unit: QuantityUnit | undefined): boolean => isMeasured(unit) || isWhole(quantityMilli);

export interface UnitQuantity { readonly unit: QuantityUnit; readonly quantityMilli: number }

/** What it is altogether, each unit by itself: kilograms are not added to pieces. In the order of the units; what is zero only where nothing else is. */
export function sumByUnit(parts: Iterable<{ readonly unit?: QuantityUnit | undefined; readonly quantityMilli: number }>): UnitQuantity[] {
  const sums = new Map<QuantityUnit, number>();
  for (const { unit = 'piece', quantityMilli } of parts) sums.set(unit, (sums.get(unit) ?? 0) + quantityMilli);
  const found = quantityUnits.flatMap((unit) => (sums.get(unit) ? [{ unit, quantityMilli: sums.get(unit) ?? 0 }] : []));
  const [only = 'piece', ...others] = sums.keys();
  return found.length > 0 ? found : [{ unit: others.length === 0 ? only : 'piece', quantityMilli: 0 }];
}
