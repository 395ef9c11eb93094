import { scaleRounded, type RoundingMode } from '@oneshelf/domain-kernel';

/** A discount as it was promised: on the net price or on the price with tax. */
export interface GivenDiscount {
  amountMinor: number;
  isNet: boolean;
}

/**
 * The discount in the mode of the price that it is taken off (TAX-23, L-39): ten off the net price of goods at 20 % are
 * twelve off a price that contains the tax.
 */
export function discountInMode({ amountMinor, isNet }: GivenDiscount, price: { taxInclusive: boolean; ratePpm: number }, rounding: RoundingMode = 'half_up'): number {
  if (isNet === !price.taxInclusive) return amountMinor;
  const whole = 1_000_000 + price.ratePpm;
  return scaleRounded(amountMinor, isNet ? { numerator: whole, denominator: 1_000_000 } : { numerator: 1_000_000, denominator: whole }, rounding);
}
