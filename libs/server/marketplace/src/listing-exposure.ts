import { invariant } from '@oneshelf/domain-kernel';

const PIECE_MILLI = 1000;
const WHOLE_BASIS_POINTS = 10_000;

/**
 * Whole pieces that a channel may show: what it may promise less its buffer, rounded down, never below zero.
 * 10 pieces and a buffer of 10 % → 9; 1 piece and 10 % → 0.
 */
export function exposedUnits(availableMilli: number, bufferBasisPoints: number): number {
  invariant(bufferBasisPoints >= 0 && bufferBasisPoints <= WHOLE_BASIS_POINTS, 'a buffer is between nothing and all');
  return Math.max(0, Math.floor((availableMilli * (WHOLE_BASIS_POINTS - bufferBasisPoints)) / WHOLE_BASIS_POINTS / PIECE_MILLI));
}
