import { scaleRounded } from '@oneshelf/domain-kernel';

/** The cost as the base of a derived price: with the tax that prices contain, so that +100 % is twice the net cost (PRC-17). 0 where they contain none. */
export const costAsBase = (costMinor: number, taxRateBasisPoints: number): number =>
  scaleRounded(costMinor, { numerator: 10_000 + taxRateBasisPoints, denominator: 10_000 }, 'half_up');
