import { scaleRounded } from '@oneshelf/domain-kernel';

/** Last digits that an adjusted price may be given, in hundredths of the unit: .99, .95 or .00. */
export type PriceEnding = 99 | 95 | 0;

/** `+4 %, then end in .99` is `{ percentBasisPoints: 400, ending: 99 }`. */
export interface AdjustRule {
  readonly percentBasisPoints: number;
  readonly ending: PriceEnding | null;
}

const PERCENT = /^([+\-−–]?)\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*%?$/;

/**
 * Reads a percentage that a person types: `+4%`, `−10 %`, `2,5`. Answers basis points,
 * or null when it cannot be read or would leave nothing of the price (−100 % and less).
 */
export function parsePercent(text: string): number | null {
  const match = PERCENT.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '0', hundredths = ''] = match;
  const size = Number(whole) * 100 + Number(hundredths.padEnd(2, '0'));
  const basisPoints = sign === '' || sign === '+' ? size : 0 - size;
  return basisPoints > -10_000 ? basisPoints : null;
}

/**
 * The amount after the rule, in whole minor units: the percentage first (rounded half up), then the nearest amount
 * with the wanted ending (the higher of two equally near). 49.79 + 4 % = 51.78 → .99 → 51.99.
 * A price above zero never becomes zero; an amount of zero or less stays as it is.
 */
export function adjustAmount(amountMinor: number, rule: AdjustRule, fractionDigits: number): number {
  if (amountMinor <= 0) return amountMinor;
  const scaled = scaleRounded(amountMinor, { numerator: 10_000 + rule.percentBasisPoints, denominator: 10_000 }, 'half_up');
  const adjusted = Math.max(1, scaled);
  return rule.ending === null ? adjusted : withEnding(adjusted, rule.ending, fractionDigits);
}

/** Currencies without decimals (JPY) have no such ending: the amount stays. */
function withEnding(amountMinor: number, ending: PriceEnding, fractionDigits: number): number {
  if (fractionDigits < 2) return amountMinor;
  const unit = 10 ** fractionDigits;
  const tail = ending * 10 ** (fractionDigits - 2);
  const base = amountMinor - (amountMinor % unit) + tail;
  const lower = base <= amountMinor ? base : base - unit;
  const higher = lower + unit;
  return lower <= 0 || higher - amountMinor <= amountMinor - lower ? higher : lower;
}
