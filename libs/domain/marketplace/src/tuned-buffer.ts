import { invariant } from '@oneshelf/domain-kernel';

export interface SalesPace {
  /** What all channels together took out of the pool in the days before: every one of them can empty it while a number is on its way. */
  soldMilli: number;
  days: number;
  /** How long a number needs from here until shoppers there see it. */
  latencySeconds: number;
  /** How often an oversale in that time may happen: 100 is one in a hundred. */
  targetBasisPoints: number;
}

/** Weights e^λ·P are kept as whole multiples of 2^−96: an exact fraction rounded down at each step. */
const SCALE = 96n;
const DAY_SECONDS = 86_400;
/** Beyond this many expected sales the channel is not in step at all; the sum below stays short. */
const MOST_EXPECTED_UNITS = 2000n;

/**
 * The fewest whole units to withhold so that P(Poisson(pace × latency) > units) ≤ target (DOMAIN.md §9, §12).
 * λ = soldMilli ÷ 1000 × latency ÷ (days × 86400 s). Whole-number arithmetic: the weights λ^k ÷ k! are summed in
 * fixed point of 96 bits until they vanish; their sum stands for e^λ, so no float takes part in the decision.
 * Example: 280 sold in 28 days, 1 hour on the way, 1 %: λ = 10/24, P(>2) = 0.8 % → 2.
 */
export function tunedBuffer({ soldMilli, days, latencySeconds, targetBasisPoints }: SalesPace): number {
  for (const value of [soldMilli, latencySeconds, targetBasisPoints]) invariant(Number.isSafeInteger(value) && value >= 0, `a pace has whole numbers of 0 or more, not ${value}`);
  invariant(Number.isSafeInteger(days) && days > 0, `a pace is taken over whole days above 0, not ${days}`);
  invariant(targetBasisPoints > 0 && targetBasisPoints <= 10_000, `a target is 1 to 10000 basis points, not ${targetBasisPoints}`);
  const denominator = 1000n * BigInt(days * DAY_SECONDS);
  const exact = BigInt(soldMilli) * BigInt(latencySeconds);
  const numerator = exact > MOST_EXPECTED_UNITS * denominator ? MOST_EXPECTED_UNITS * denominator : exact;
  if (numerator === 0n) return 0;
  const weights = weightsOf(numerator, denominator);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let within = 0n;
  for (const [units, weight] of weights.entries()) {
    within += weight;
    if ((total - within) * 10_000n <= total * BigInt(targetBasisPoints)) return units;
  }
  return weights.length;
}

/** λ^k ÷ k! for k = 0, 1, 2 … until nothing is left of it. */
function weightsOf(numerator: bigint, denominator: bigint): bigint[] {
  const weights: bigint[] = [];
  for (let weight = 1n << SCALE; weight > 0n; weight = (weight * numerator) / (denominator * BigInt(weights.length))) weights.push(weight);
  return weights;
}
