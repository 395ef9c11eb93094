import { instantMs } from '@oneshelf/domain-kernel';
import { closenessOf, coversPlace, type RateArea, type TaxPlace } from './tax-place';

export interface DatedTaxRate extends RateArea {
  taxClass: string;
  rateBasisPoints: number;
  /** ISO instants; from inclusive, to exclusive. */
  validFrom: string;
  validTo: string | null;
}

/**
 * The rate of a country and a tax class at an instant; undefined when there is none. Of several the one of the closer
 * place (TAX-8), then the one that started last. Without a region or postcode only rates of the whole country count.
 */
export function chooseTaxRate<Rate extends DatedTaxRate>(rates: readonly Rate[], wanted: TaxPlace & { taxClass: string; at: string }): Rate | undefined {
  const at = instantMs(wanted.at);
  let best: Rate | undefined;
  for (const rate of rates) {
    if (rate.country !== wanted.country || rate.taxClass !== wanted.taxClass || !coversPlace(rate, wanted)) continue;
    if (!isValidAt(rate, at)) continue;
    if (!best || isCloserOrLater(rate, best)) best = rate;
  }
  return best;
}

export const isValidAt = (rate: Pick<DatedTaxRate, 'validFrom' | 'validTo'>, atMs: number): boolean =>
  instantMs(rate.validFrom) <= atMs && (rate.validTo === null || instantMs(rate.validTo) > atMs);

function isCloserOrLater(rate: DatedTaxRate, best: DatedTaxRate): boolean {
  const closer = closenessOf(rate) - closenessOf(best);
  return closer > 0 || (closer === 0 && instantMs(rate.validFrom) > instantMs(best.validFrom));
}
