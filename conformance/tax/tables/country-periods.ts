import { minorOf } from '../decimal';
import { today } from '../engine';
import { Comparison, type TaxCase } from '../tax-case';
import { checkRate, countryOf, dayBefore } from './our-rates';
import { samplePostcode } from './sample-postcode';

export interface Period {
  effective_from: string;
  rates: Record<string, number>;
  exceptions?: { name: string; postcode: string; standard: number }[];
}

/** Rates by country and the day from which they hold, with postcodes that are taxed otherwise. */
export const countryPeriods = (items: Readonly<Record<string, Period[]>>): TaxCase[] =>
  Object.entries(items).flatMap(([code, periods]) => {
    const ordered = [...periods].sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
    const country = countryOf(code);
    return ordered.flatMap(({ effective_from: from, rates, exceptions = [] }, index): TaxCase[] => {
      const next = ordered[index + 1]?.effective_from;
      const last = next === undefined ? today.slice(0, 10) : dayBefore(next);
      // "Since ever" says only what held at the end.
      const days = from.startsWith('0000') ? [last] : [from, last];
      return [
        {
          name: `${country} from ${from}`,
          run: () => {
            const compare = new Comparison();
            for (const [name, percent] of Object.entries(rates)) checkRate({ place: { country }, ppm: minorOf(percent, 4), isStandard: name === 'standard', days: name === 'standard' ? days : [last] }, compare);
            return compare.differences;
          },
        },
        ...exceptions.map(({ name, postcode, standard }) => ({
          name: `${country} ${name} from ${from}`,
          run: () => {
            const compare = new Comparison();
            checkRate({ place: { country, postcode: samplePostcode(postcode) }, ppm: minorOf(standard, 4), isStandard: true, days: [last] }, compare);
            return compare.differences;
          },
        })),
      ];
    });
  });
