import { divideRounded, invariant } from '@oneshelf/domain-kernel';

/** A quantity with its worth; their quotient is what a piece costs, without ever being rounded. */
export interface Worth {
  quantityMilli: number;
  valueMinor: number;
}

/**
 * The part of a worth that some of its quantity has, half up; all of it for all. Taking parts one after the other until
 * nothing is left gives the whole, to the minor unit: 10.00 of 3 → 3.33, then 3.34 of what is left, then 3.33.
 */
export function partOf({ quantityMilli, valueMinor }: Worth, takenMilli: number): number {
  if (takenMilli === quantityMilli) return valueMinor;
  invariant(quantityMilli !== 0, 'a part of nothing has no cost');
  return quantityMilli > 0 ? divideRounded(BigInt(valueMinor) * BigInt(takenMilli), quantityMilli, 'half_up') : divideRounded(BigInt(-valueMinor) * BigInt(takenMilli), -quantityMilli, 'half_up');
}
