import { divideRounded, type RoundingMode } from './divide-rounded';
import { ok, refuse, type Result } from './result';

export type DecimalRefusal = { kind: 'not_a_decimal'; text: string } | { kind: 'not_exact'; text: string } | { kind: 'too_large'; text: string };

export interface MinorScale {
  /** Digits after the point of the minor unit: 2 for pence. */
  digits: number;
  /** The answer is a multiple of it; 1 where nothing is said. */
  stepMinor?: number;
  /** `exact`: what would have to be rounded is refused. */
  mode: RoundingMode | 'exact';
}

/**
 * A decimal as files and interfaces write it ("-1.075", a point, no grouping) in minor units, read exactly and rounded once
 * (KRN-15). What people type goes through `parseMoney`, which never rounds.
 */
export function decimalToMinor(text: string, { digits, stepMinor = 1, mode }: MinorScale): Result<number, DecimalRefusal> {
  const [matched, sign, whole = '', decimals = ''] = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (matched === undefined) return refuse({ kind: 'not_a_decimal', text });
  // 1.075 in pence to a step of 5: 1075 × 10² ÷ (10³ × 5).
  const top = BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}`) * 10n ** BigInt(digits);
  const bottom = 10n ** BigInt(decimals.length) * BigInt(stepMinor);
  if (mode === 'exact' && top % bottom !== 0n) return refuse({ kind: 'not_exact', text });
  const magnitude = top < 0n ? -top : top;
  if ((magnitude / bottom + 1n) * BigInt(stepMinor) > BigInt(Number.MAX_SAFE_INTEGER)) return refuse({ kind: 'too_large', text });
  return ok(divideRounded(top, bottom, mode === 'exact' ? 'down' : mode) * stepMinor + 0);
}
