import { scaleRounded, type RoundingMode } from '@oneshelf/domain-kernel';

/** Tax contained in a gross amount: gross × rate ÷ (100 % + rate). 2000 basis points are 20 %. */
export const taxFromGross = (grossMinor: number, rateBasisPoints: number, rounding: RoundingMode = 'half_up'): number =>
  scaleRounded(grossMinor, { numerator: rateBasisPoints, denominator: 10_000 + rateBasisPoints }, rounding);

/** Tax on top of a net amount: net × rate. EN 16931 BR-CO-17. */
export const taxFromNet = (netMinor: number, rateBasisPoints: number, rounding: RoundingMode = 'half_up'): number =>
  scaleRounded(netMinor, { numerator: rateBasisPoints, denominator: 10_000 }, rounding);

/**
 * Tax on a net amount in parts of a minor unit, where a line may be kept finer than what is paid: ten parts are tenths of a
 * penny, as UK invoices may show lines (TAX-20). Only sums of such lines are rounded to what is paid.
 */
export const taxInParts = (netMinor: number, rateBasisPoints: number, { parts, rounding }: { parts: number; rounding: RoundingMode }): number =>
  scaleRounded(netMinor, { numerator: rateBasisPoints * parts, denominator: 10_000 }, rounding);
