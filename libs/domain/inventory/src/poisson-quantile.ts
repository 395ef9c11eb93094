import { invariant } from '@oneshelf/domain-kernel';

/** How much is sold within a time, on average: quantityMilli in seconds; and for how long one looks ahead. */
export interface Pace {
  soldMilli: number;
  inSeconds: number;
  aheadSeconds: number;
}

/** Weights e^λ·P are kept as whole multiples of 2^−96: an exact fraction rounded down at each step. */
const SCALE = 96n;
/** Beyond this many expected pieces the sum stays short; nobody waits for an exact answer there. */
const MOST_EXPECTED = 2000n;

/**
 * The fewest whole pieces n with P(Poisson(λ) > n) ≤ beyondBasisPoints ÷ 10000, λ = sold ÷ 1000 × ahead ÷ in.
 * Whole-number arithmetic: the weights λ^k ÷ k! are summed in fixed point of 96 bits until they vanish; their sum stands
 * for e^λ, so no float takes part in the decision. 280 in 28 days, 1 hour ahead, 1 %: λ = 10/24, P(>2) = 0.8 % → 2.
 */
export function poissonQuantile({ soldMilli, inSeconds, aheadSeconds }: Pace, beyondBasisPoints: number): number {
  for (const value of [soldMilli, aheadSeconds]) invariant(Number.isSafeInteger(value) && value >= 0, `a pace has whole numbers of 0 or more, not ${value}`);
  invariant(Number.isSafeInteger(inSeconds) && inSeconds > 0, `a pace is taken over whole seconds above 0, not ${inSeconds}`);
  invariant(Number.isSafeInteger(beyondBasisPoints) && beyondBasisPoints > 0 && beyondBasisPoints <= 10_000, `a target is 1 to 10000 basis points, not ${beyondBasisPoints}`);
  const denominator = 1000n * BigInt(inSeconds);
  const exact = BigInt(soldMilli) * BigInt(aheadSeconds);
  const numerator = exact > MOST_EXPECTED * denominator ? MOST_EXPECTED * denominator : exact;
  if (numerator === 0n) return 0;
  const weights = weightsOf(numerator, denominator);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let within = 0n;
  for (const [pieces, weight] of weights.entries()) {
    within += weight;
    if ((total - within) * 10_000n <= total * BigInt(beyondBasisPoints)) return pieces;
  }
  return weights.length;
}

/** λ^k ÷ k! for k = 0, 1, 2 … until nothing is left of it. */
function weightsOf(numerator: bigint, denominator: bigint): bigint[] {
  const weights: bigint[] = [];
  for (let weight = 1n << SCALE; weight > 0n; weight = (weight * numerator) / (denominator * BigInt(weights.length))) weights.push(weight);
  return weights;
}
