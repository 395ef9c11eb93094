import type { TaxTableRate } from '../choose-tax-rates';
import { europe } from './europe';
import { localMidnight } from './local-midnight';
import { provinceRates, stateRates } from './north-america';
import { periodsOf, type RateHistories } from './rate-history';
import { specialAreas } from './special-areas';
import { swissClasses, world } from './world';

/** The tax tables that the product comes with. A function, so that what does not ask for them need not carry them. */
export function referenceTaxRates(): TaxTableRate[] {
  return [
    ...Object.entries(sharedWith).flatMap(([country, histories]) => ratesOf({ country, histories, name: 'VAT' })),
    ...Object.entries(europe).flatMap(([country, histories]) => ratesOf({ country, histories, name: 'VAT' })),
    ...specialAreas.flatMap(({ country, regions = [], postcodes, rates: histories }) => [
      ...regions.flatMap((region) => ratesOf({ country, region, histories, name: 'VAT' })),
      ...(postcodes ? ratesOf({ country, postcodes, histories, name: 'VAT' }) : []),
    ]),
    ...Object.entries(world).flatMap(([country, standard]) => ratesOf({ country, histories: country === 'CH' ? swiss : { standard }, name: country === 'CA' ? 'GST' : 'VAT' })),
    ...Object.entries(provinceRates).flatMap(([region, { name, history }]) => ratesOf({ country: 'CA', region, layer: 'province', histories: { standard: history }, name })),
    ...Object.entries(stateRates).flatMap(([region, standard]) => ratesOf({ country: 'US', region, layer: 'state', histories: { standard }, name: 'Sales tax' })),
  ];
}

const swiss = { standard: world.CH ?? '', ...swissClasses };
/** Countries that tax as their neighbour does. */
const sharedWith: Readonly<Record<string, RateHistories>> = { MC: europe.FR ?? {}, IM: europe.GB ?? {}, LI: swiss };

interface RateSource extends Pick<TaxTableRate, 'country' | 'region' | 'postcodes' | 'layer' | 'name'> {
  histories: RateHistories;
}

function ratesOf({ histories, name, ...area }: RateSource): TaxTableRate[] {
  return Object.entries(histories).flatMap(([taxClass, history]) =>
    periodsOf(history).map(({ percent, from, to }) => ({
      ...area, taxClass, name: `${name} ${percent}%`, ...rateOf(percent),
      validFrom: localMidnight(area.country, from), validTo: to === null ? null : localMidnight(area.country, to),
    })),
  );
}

/** 9.975 % has no whole basis points: those are rounded for people, the millionths count. */
function rateOf(percent: number): Pick<TaxTableRate, 'rateBasisPoints' | 'ratePpm'> {
  const ratePpm = Math.round(percent * 10_000);
  return ratePpm % 100 === 0 ? { rateBasisPoints: ratePpm / 100 } : { rateBasisPoints: Math.round(ratePpm / 100), ratePpm };
}
