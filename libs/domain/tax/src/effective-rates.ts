import { scaleRounded, type RoundingMode } from '@oneshelf/domain-kernel';

/** One tax on a line, as its table names it. */
export interface LineTaxRate {
  /** Who levies it: "GB", "US-CA", "US-CA/county". */
  jurisdiction: string;
  taxClass: string;
  name: string;
  /** Millionths: 20 % is 200,000. */
  ratePpm: number;
  /** On top of the taxes that are not compound. */
  isCompound?: boolean;
}

/** The part of the line's amount that is this tax: of the net amount on top, or of the gross amount within it. */
export interface EffectiveRate {
  numerator: number;
  denominator: number;
}

const ONE = 1_000_000;

/**
 * What each tax comes to, as a fraction of the amount (TAX-12). A compound tax of rate c on plain taxes that sum to p is
 * c × (1 + p) of the net. Within a gross amount every part is divided by 1 + all of them.
 */
export function effectiveRates(taxes: readonly LineTaxRate[], taxInclusive: boolean): EffectiveRate[] {
  const plainPpm = taxes.reduce((sum, tax) => sum + (tax.isCompound === true ? 0 : tax.ratePpm), 0);
  if (!taxes.some(({ isCompound }) => isCompound === true)) return taxes.map(({ ratePpm }) => ({ numerator: ratePpm, denominator: ONE + (taxInclusive ? plainPpm : 0) }));
  const parts = taxes.map(({ ratePpm, isCompound }) => ratePpm * (isCompound === true ? ONE + plainPpm : ONE));
  const whole = ONE * ONE + (taxInclusive ? parts.reduce((sum, part) => sum + part, 0) : 0);
  return parts.map((numerator) => ({ numerator, denominator: whole }));
}

export const taxesIn = (amountMinor: number, effective: EffectiveRate, rounding: RoundingMode): number => scaleRounded(amountMinor, effective, rounding);
