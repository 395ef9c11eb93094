import { invariant } from './invariant';

/** `half_up`: a tie goes away from zero. `half_even`: to the even neighbour. `down`: towards zero. */
export type RoundingMode = 'half_up' | 'half_even' | 'down';

/**
 * numerator ÷ denominator as an integer, exact at every size (KRN-2). Negative numerators round as their mirror image.
 * The denominator is above zero. The answer must be a safe integer, otherwise it is a bug and throws.
 */
export function divideRounded(numerator: number | bigint, denominator: number | bigint, mode: RoundingMode): number {
  invariant(denominator > 0, `divideRounded: the denominator must be above zero, not ${denominator}`);
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    invariant(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator), `divideRounded: ${numerator} ÷ ${denominator} are not integers`);
    const magnitude = Math.abs(numerator);
    const rest = magnitude % denominator;
    return withSign(numerator < 0, roundUp((magnitude - rest) / denominator, compare(rest, denominator - rest), mode));
  }
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  const magnitude = top < 0n ? -top : top;
  const rest = magnitude % bottom;
  const quotient = Number(magnitude / bottom);
  invariant(Number.isSafeInteger(quotient), 'divideRounded: the answer is not a safe integer');
  return withSign(top < 0n, roundUp(quotient, compare(rest, bottom - rest), mode));
}

/** amount × numerator ÷ denominator in one rounding; the product may be beyond 2^53 (KRN-2). */
export function scaleRounded(amount: number, ratio: { numerator: number; denominator: number }, mode: RoundingMode): number {
  const product = amount * ratio.numerator;
  // A float product within the safe range is exact; beyond it only BigInt is.
  if (Number.isSafeInteger(product)) return divideRounded(product, ratio.denominator, mode);
  invariant(Number.isSafeInteger(amount) && Number.isSafeInteger(ratio.numerator), `scaleRounded: ${amount} × ${ratio.numerator} are not integers`);
  return divideRounded(BigInt(amount) * BigInt(ratio.numerator), BigInt(ratio.denominator), mode);
}

/** Below zero: rest under one half; zero: exactly one half; above zero: over it. */
const compare = (rest: number | bigint, other: number | bigint): number => (rest < other ? -1 : rest > other ? 1 : 0);

function roundUp(quotient: number, half: number, mode: RoundingMode): number {
  if (mode === 'down' || half < 0) return quotient;
  if (half > 0 || mode === 'half_up') return quotient + 1;
  return quotient % 2 === 0 ? quotient : quotient + 1;
}

// 0 - 0 is 0 while -0 is not: a minus zero would fail deep equality in a stored quote.
const withSign = (negative: boolean, magnitude: number): number => (negative ? 0 - magnitude : magnitude);
