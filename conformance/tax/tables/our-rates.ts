import { chooseTaxRates, placeOfTax, ppmOf, type TaxPlace } from '@oneshelf/domain-tax';
import { reference } from '../engine';
import { Comparison } from '../tax-case';

const classes = ['standard', 'reduced', 'intermediate', 'super-reduced', 'parking', 'zero'];

/** Noon of a day in Greenwich lies within that day in every country of the tables. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

/** All that is levied on goods of a class; undefined where the tables hold nothing. */
export function ourPpm(place: TaxPlace, day: string, taxClass = 'standard'): number | undefined {
  const rates = chooseTaxRates(reference, { place, taxClasses: [taxClass], at: noonOf(day) });
  return rates.length > 0 ? rates.reduce((sum, rate) => sum + ppmOf(rate), 0) : undefined;
}

/** What the union's countries send there leaves their tax. */
export const isExport = (place: TaxPlace, day: string): boolean =>
  placeOfTax({ handover: 'delivery', shipFrom: { country: 'FR' }, destination: place, seller: { country: 'FR' }, at: noonOf(day) })?.because === 'export';

/** Every rate of a place on a day but for the standard one. */
export const ourLowerPpm = (place: TaxPlace, day: string): number[] => classes.slice(1).flatMap((taxClass) => ourPpm(place, day, taxClass) ?? []);

export const everHeld = (country: string, ppm: number): boolean => reference.some((rate) => rate.country === country && rate.taxClass === 'standard' && ppmOf(rate) === ppm);

export interface StatedRate {
  place: TaxPlace;
  ppm: number;
  isStandard: boolean;
  /** The days on which it is compared. */
  days: readonly string[];
}

/** Compares a rate that a table states with ours, on each of the days. */
export function checkRate({ place, ppm, isStandard, days }: StatedRate, compare: Comparison): void {
  for (const day of days) {
    const facts = { statedRate: { place: placeName(place), ppm, day } };
    if (isStandard) compare.check(`${place.country} standard on ${day}`, { expected: ppm, actual: ourPpm(place, day) }, facts);
    else compare.check(`${place.country} ${ppm} ppm on ${day}`, { expected: true, actual: ourLowerPpm(place, day).includes(ppm) }, facts);
  }
}

const placeName = ({ country, region, postcode }: TaxPlace): string => [country, region, postcode].filter((part) => part !== undefined).join('-');

export const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Other ways to write a country: EL and UK as the union does. */
export const countryOf = (code: string): string => ({ EL: 'GR', UK: 'GB' })[code] ?? code;
