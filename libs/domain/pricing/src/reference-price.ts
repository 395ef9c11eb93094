import { divideRounded } from '@oneshelf/domain-kernel';

/** A price that is asked elsewhere, and ours beside it; both as customers see them, with or without tax alike. */
export interface ReferenceInput {
  readonly priceMinor: number;
  readonly referenceMinor: number;
}

/** How far our price is from the reference, in basis points of the reference, rounded half up (PRC-94): 95.00 beside 100.00 is −500. */
export const referenceDifference = ({ priceMinor, referenceMinor }: ReferenceInput): number | null =>
  referenceMinor <= 0 ? null : divideRounded(BigInt(priceMinor - referenceMinor) * 10_000n, BigInt(referenceMinor), 'half_up');

/** Whether a price is less than the maker lets the goods be advertised at (PRC-95); of several such limits the highest counts. */
export const isBelowMap = (priceMinor: number, mapsMinor: readonly number[]): boolean => mapsMinor.some((mapMinor) => priceMinor < mapMinor);
