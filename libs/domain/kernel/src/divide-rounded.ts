import { invariant } from './invariant';

/**
 * `half_up`: a tie goes away from zero. `half_even`, `half_odd`: to that neighbour. `half_down`: towards zero. `half_floor`,
 * `half_ceiling`: to the lower, the higher neighbour. Without a look at the half: `down` towards zero, `up` away from it,
 * `floor` and `ceiling` to the lower and the higher integer.
 */
export type RoundingMode = 'half_up' | 'half_even' | 'half_odd' | 'half_down' | 'half_floor' | 'half_ceiling' | 'down' | 'up' | 'floor' | 'ceiling';

/**
 * numerator ÷ denominator as an integer, exact at every size (KRN-2). The denominator is above zero. The answer must be a
 * safe integer, otherwise it is a bug and throws.
 */
export function divideRounded(numerator: number | bigint, denominator: number | bigint, mode: RoundingMode): number {
  invariant(denominator > 0, () => `divideRounded: the denominator must be above zero, not ${denominator}`);
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    invariant(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator), () => `divideRounded: ${numerator} ÷ ${denominator} are not integers`);
    const magnitude = Math.abs(numerator);
    const rest = magnitude % denominator;
    const quotient = (magnitude - rest) / denominator;
    const further = rest > 0 && goesFurther[mode](compare(rest, denominator - rest), quotient % 2 === 1, numerator < 0);
    return withSign(numerator < 0, further ? quotient + 1 : quotient);
  }
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  const magnitude = top < 0n ? -top : top;
  const rest = magnitude % bottom;
  const quotient = Number(magnitude / bottom);
  invariant(Number.isSafeInteger(quotient), 'divideRounded: the answer is not a safe integer');
  const further = rest > 0n && goesFurther[mode](compare(rest, bottom - rest), quotient % 2 === 1, top < 0n);
  return withSign(top < 0n, further ? quotient + 1 : quotient);
}

/** amount × numerator ÷ denominator in one rounding; the product may be beyond 2^53 (KRN-2). */
export function scaleRounded(amount: number, ratio: { numerator: number; denominator: number }, mode: RoundingMode): number {
  const product = amount * ratio.numerator;
  // A float product within the safe range is exact; beyond it only BigInt is.
  if (Number.isSafeInteger(product)) return divideRounded(product, ratio.denominator, mode);
  invariant(Number.isSafeInteger(amount) && Number.isSafeInteger(ratio.numerator), `scaleRounded: ${amount} × ${ratio.numerator} are not integers`);
  return divideRounded(BigInt(amount) * BigInt(ratio.numerator), BigInt(ratio.denominator), mode);
}

/** The nearest multiple of a step, as the mode says: cash in steps of 5, prices in whole pounds (KRN-14). */
export const roundToStep = (amountMinor: number, stepMinor: number, mode: RoundingMode): number => divideRounded(amountMinor, stepMinor, mode) * stepMinor + 0;

/** Whether what is left of a division takes its quotient one further from zero. `half`: below zero less than one half is left, zero: exactly one half. */
const goesFurther: Record<RoundingMode, (half: number, odd: boolean, negative: boolean) => boolean> = {
  half_up: (half) => half >= 0,
  half_down: (half) => half > 0,
  half_even: (half, odd) => half > 0 || (half === 0 && odd),
  half_odd: (half, odd) => half > 0 || (half === 0 && !odd),
  half_floor: (half, _odd, negative) => half > 0 || (half === 0 && negative),
  half_ceiling: (half, _odd, negative) => half > 0 || (half === 0 && !negative),
  up: () => true,
  down: () => false,
  floor: (_half, _odd, negative) => negative,
  ceiling: (_half, _odd, negative) => !negative,
};

const compare = (rest: number | bigint, other: number | bigint): number => (rest < other ? -1 : rest > other ? 1 : 0);

// 0 - 0 is 0 while -0 is not: a minus zero would fail deep equality in a stored quote.
const withSign = (negative: boolean, magnitude: number): number => (negative ? 0 - magnitude : magnitude);
