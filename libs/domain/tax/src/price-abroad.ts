import { scaleRounded, type RoundingMode } from '@oneshelf/domain-kernel';

export interface PriceAbroad {
  /** Contains the tax of home. */
  grossMinor: number;
  /** Sums of all taxes, millionths; 0 where none is charged. */
  homePpm: number;
  awayPpm: number;
  /** `net_stays`: the buyer pays the net price and the tax of the destination. `gross_stays`: one price for all. */
  policy: 'net_stays' | 'gross_stays';
  rounding?: RoundingMode;
}

/** What a price that contains the tax of home is where another rate applies, in one rounding (TAX-18). */
export function priceAbroad({ grossMinor, homePpm, awayPpm, policy, rounding = 'half_up' }: PriceAbroad): number {
  if (policy === 'gross_stays' || homePpm === awayPpm) return grossMinor;
  return scaleRounded(grossMinor, { numerator: 1_000_000 + awayPpm, denominator: 1_000_000 + homePpm }, rounding);
}
