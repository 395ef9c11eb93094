import type { TaxPlace } from '@oneshelf/domain-tax';
import { ppmOfRate } from '../decimal';
import { today } from '../engine';
import { Comparison, type TaxCase } from '../tax-case';
import { checkRate, countryOf, dayBefore, isExport } from './our-rates';

type Row = Record<string, string>;

/** country, day, rate. */
export const datedStandard = (rows: readonly Row[]): TaxCase[] =>
  rows.map(({ country = '', date = '', standardRate = '' }) => ({
    name: `${country} on ${date}`,
    run: () => {
      const compare = new Comparison();
      checkRate({ place: { country: countryOf(country) }, ppm: ppmOfRate(standardRate), isStandard: true, days: [date] }, compare);
      return compare.differences;
    },
  }));

/**
 * From a day until before another, for a territory with several names: the first and the last of its days. Nothing charged in
 * a territory that stands outside means that the union's tax is not; what it levies for itself is another matter.
 */
export const territoryHistory = (rows: readonly Row[]): TaxCase[] =>
  rows.map(({ start_date: from = '', stop_date: until = '', territory_codes: codes = '', rate = '', rate_type: type = '' }) => ({
    name: `${codes.replaceAll('\n', ' ')} from ${from}`,
    run: () => {
      const compare = new Comparison();
      const [code = ''] = codes.split('\n');
      const [place, ppm] = [placeOf(code), ppmOfRate(rate)];
      const days = [from, until === '' ? today.slice(0, 10) : dayBefore(until)];
      if (ppm === 0 && place.region === undefined && place.postcode === undefined) for (const day of days) compare.check(`export on ${day}`, { expected: true, actual: isExport(place, day) });
      else checkRate({ place, ppm, isStandard: type === 'standard', days }, compare);
      return compare.differences;
    },
  }));

/** "AT", "AT-6691" for a postcode, "ES-CN" for a region. */
function placeOf(code: string): TaxPlace {
  const [country = '', part] = code.split('-');
  if (part === undefined) return { country: countryOf(country) };
  return { country: countryOf(country), ...(/^\d{4,}$/.test(part) ? { postcode: part } : { region: part }) };
}
