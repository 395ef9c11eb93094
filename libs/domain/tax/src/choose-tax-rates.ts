import { instantMs } from '@oneshelf/domain-kernel';
import { isValidAt, type DatedTaxRate } from './choose-tax-rate';
import { closenessOf, coversPlace, type TaxPlace } from './tax-place';

/** A rate as the tables hold it. Several may apply to one line: one of each layer. */
export interface TaxTableRate extends DatedTaxRate {
  name: string;
  /** Millionths, where basis points are too coarse: 8.875 % is 88,750. Absent: from the basis points. */
  ratePpm?: number | null;
  /** Who levies it within the place, such as 'state', 'county', 'city'. Rates of one layer replace each other, layers add up. Absent: the country. */
  layer?: string | null;
  /** On top of the taxes that are not compound, as Quebec's once was. */
  isCompound?: boolean | null;
}

export interface WantedRates {
  place: TaxPlace;
  /** The classes of the goods, the most particular first: the first that has a rate counts (TAX-10). */
  taxClasses: readonly string[];
  at: string;
}

/** The rates that apply together, one of each layer, in a fixed order (TAX-9, TAX-10). Empty where no table has one. */
export function chooseTaxRates<Rate extends TaxTableRate>(rates: readonly Rate[], wanted: WantedRates): Rate[] {
  const at = instantMs(wanted.at);
  const best = new Map<string, Rate>();
  for (const rate of rates) {
    if (rate.country !== wanted.place.country || !wanted.taxClasses.includes(rate.taxClass)) continue;
    if (!coversPlace(rate, wanted.place) || !isValidAt(rate, at)) continue;
    const known = best.get(layerOf(rate));
    if (!known || precedence(rate, known, wanted.taxClasses) < 0) best.set(layerOf(rate), rate);
  }
  return [...best.values()].sort(inOrder);
}

export const layerOf = (rate: TaxTableRate): string => rate.layer ?? 'country';
export const ppmOf = (rate: Pick<TaxTableRate, 'rateBasisPoints' | 'ratePpm'>): number => rate.ratePpm ?? rate.rateBasisPoints * 100;

/** The closer place, then the more particular class, then the later start, then the higher rate: never a tie that matters. */
const precedence = (a: TaxTableRate, b: TaxTableRate, taxClasses: readonly string[]): number =>
  closenessOf(b) - closenessOf(a) || taxClasses.indexOf(a.taxClass) - taxClasses.indexOf(b.taxClass) || instantMs(b.validFrom) - instantMs(a.validFrom) || ppmOf(b) - ppmOf(a);

const inOrder = (a: TaxTableRate, b: TaxTableRate): number =>
  Number(a.isCompound ?? false) - Number(b.isCompound ?? false) || (layerOf(a) < layerOf(b) ? -1 : layerOf(a) > layerOf(b) ? 1 : 0);
