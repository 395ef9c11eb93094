import { apportion } from './allocate';
import { divideRounded } from './divide-rounded';
import { invariant } from './invariant';

/** A whole number, or a fraction of two: 3, or 1/3. */
export type Ratio = number | { numerator: number; denominator: number };

/**
 * Who gets the steps that the floored shares leave over. `largest_remainder`: whom the flooring cost most. `largest_ratio`,
 * `first`: one each, from there on. `nobody`: they stay over. `nobody_in_sets`: only whole sets go out, so that the shares
 * are in the exact ratio.
 */
export type RemainderTo = 'largest_remainder' | 'largest_ratio' | 'first' | 'nobody' | 'nobody_in_sets';

export interface SharedAmount {
  shares: number[];
  /** What nobody got: the shares and this are the amount. */
  restMinor: number;
}

/**
 * Shares an amount in a ratio, in steps of what can be paid out (KRN-12). A negative amount is the mirror image of the
 * positive one; a ratio of zero gets nothing.
 */
export function shareByRatio(amountMinor: number, ratios: readonly Ratio[], { stepMinor = 1, remainderTo = 'largest_remainder' }: { stepMinor?: number; remainderTo?: RemainderTo } = {}): SharedAmount {
  invariant(Number.isSafeInteger(amountMinor), `shareByRatio: ${amountMinor} is not a whole number`);
  const weights = wholeNumbers(ratios);
  const steps = divideRounded(Math.abs(amountMinor), stepMinor, 'down');
  const unsigned = weights.some((weight) => weight > 0) ? shareSteps(steps, weights, remainderTo) : weights;
  const shares = unsigned.map((share) => (amountMinor < 0 ? 0 - share : share) * stepMinor + 0);
  return { shares, restMinor: shares.reduce((left, share) => left - share, amountMinor) };
}

function shareSteps(steps: number, weights: readonly number[], remainderTo: RemainderTo): number[] {
  if (remainderTo === 'largest_remainder') return apportion(steps, weights);
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  const whole = remainderTo === 'nobody_in_sets' ? (BigInt(steps) / total) * total : BigInt(steps);
  const shares = weights.map((weight) => Number((whole * BigInt(weight)) / total));
  if (remainderTo === 'nobody' || remainderTo === 'nobody_in_sets') return shares;
  const entitled = [...weights.keys()].filter((index) => weights[index] !== 0);
  if (remainderTo === 'largest_ratio') entitled.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  // Each floored share misses less than one step, so fewer steps are left than there are entitled.
  const left = shares.reduce((rest, share) => rest - share, steps);
  for (const index of entitled.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** The smallest whole numbers of the same ratio: 1/3 and 2/7 are 7 and 6, 75 and 25 are 3 and 1. */
function wholeNumbers(ratios: readonly Ratio[]): number[] {
  const fractions = ratios.map((ratio) => {
    const { numerator, denominator } = typeof ratio === 'number' ? { numerator: ratio, denominator: 1 } : ratio;
    invariant(Number.isSafeInteger(numerator) && numerator >= 0 && Number.isSafeInteger(denominator) && denominator > 0, `shareByRatio: ${numerator}/${denominator} is no ratio`);
    return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  });
  const common = fractions.reduce((so, { denominator }) => (so * denominator) / greatestCommonDivisor(so, denominator), 1n);
  const whole = fractions.map(({ numerator, denominator }) => (numerator * common) / denominator);
  const divisor = whole.reduce(greatestCommonDivisor, 0n) || 1n;
  const weights = whole.map((weight) => Number(weight / divisor));
  invariant(weights.every((weight) => Number.isSafeInteger(weight)), 'shareByRatio: the ratios have no common measure within the safe integers');
  return weights;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
