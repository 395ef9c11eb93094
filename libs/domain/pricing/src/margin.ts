import { divideRounded } from '@oneshelf/domain-kernel';

/** What the margin of a price depends on. Cost is net of tax, in the price's currency. */
export interface MarginInput {
  readonly priceMinor: number;
  readonly costMinor: number;
  readonly taxRateBasisPoints: number;
  readonly taxInclusive: boolean;
}

const WHOLE = 10_000;

/**
 * Margin on the net price in basis points, rounded half away from zero (PRC-13):
 * (priceNet − cost) ÷ priceNet, where priceNet = price × 10000 ÷ (10000 + rate) when the price includes tax.
 * 12.00 with 20 % tax at a cost of 5.00 → net 10.00 → 5000. A price of zero or less has no margin: null.
 */
export function marginBasisPoints(input: MarginInput): number | null {
  if (input.priceMinor <= 0) return null;
  // Multiplied out, so that nothing is rounded before the end: (p·W − c·(W+r)) ÷ (p·W).
  const net = BigInt(input.priceMinor) * BigInt(WHOLE);
  const cost = BigInt(input.costMinor) * BigInt(grossFactor(input));
  return divideRounded((net - cost) * BigInt(WHOLE), net, 'half_up');
}

/** Whether the price net of tax is less than the cost (PRC-14); exact, no division. */
export function isBelowCost(input: MarginInput): boolean {
  const net = input.priceMinor * WHOLE;
  const cost = input.costMinor * grossFactor(input);
  if (Number.isSafeInteger(net) && Number.isSafeInteger(cost)) return net < cost;
  return BigInt(input.priceMinor) * BigInt(WHOLE) < BigInt(input.costMinor) * BigInt(grossFactor(input));
}

/** More than half up or down against the price before: worth a second look, not an error (PRC-15). */
export const isLargeChange = (beforeMinor: number, afterMinor: number): boolean => beforeMinor > 0 && Math.abs(afterMinor - beforeMinor) * 2 > beforeMinor;

const grossFactor = (input: MarginInput): number => WHOLE + (input.taxInclusive ? input.taxRateBasisPoints : 0);
