import { instantMs } from '@oneshelf/domain-kernel';

export interface DatedTaxRate {
  country: string;
  taxClass: string;
  rateBasisPoints: number;
  /** ISO instants; from inclusive, to exclusive. */
  validFrom: string;
  validTo: string | null;
}

/** The rate of a country and a tax class at an instant; undefined when there is none. Of several the one that started last. */
export function chooseTaxRate<Rate extends DatedTaxRate>(
  rates: readonly Rate[],
  wanted: { country: string; taxClass: string; at: string },
): Rate | undefined {
  const at = instantMs(wanted.at);
  let best: Rate | undefined;
  for (const rate of rates) {
    if (rate.country !== wanted.country || rate.taxClass !== wanted.taxClass) continue;
    if (instantMs(rate.validFrom) > at || (rate.validTo !== null && instantMs(rate.validTo) <= at)) continue;
    if (!best || instantMs(rate.validFrom) > instantMs(best.validFrom)) best = rate;
  }
  return best;
}
