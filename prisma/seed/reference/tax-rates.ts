import type { Insertable } from 'kysely';
import type { tax_rate } from '../../generated/database';
import { seedId } from '../seed-id';

interface Period {
  country: 'GB' | 'DE';
  classes: string[];
  name: string;
  rate: number;
  from: string;
  to?: string;
}

// A product has one tax class for all countries, so goods that are taxed unlike in GB and DE need a class of their own:
// children's clothing is zero-rated in GB (VAT Notice 714) and standard in DE; books and maps are zero-rated in GB
// (VAT Notice 701/10) and reduced in DE (UStG, Anlage 2 Nr. 49).
const STANDARD_GB = ['standard'];
const ZERO_GB = ['zero', 'childrens-clothing', 'books'];
const STANDARD_DE = ['standard', 'childrens-clothing'];
const REDUCED_DE = ['reduced', 'books'];

// Midnights are those of London and Berlin. DE lowered both rates for the second half of 2020 (UStG § 28).
const periods: Period[] = [
  { country: 'GB', classes: STANDARD_GB, name: 'VAT 17.5%', rate: 1750, from: '2010-01-01T00:00:00Z', to: '2011-01-04T00:00:00Z' },
  { country: 'GB', classes: STANDARD_GB, name: 'VAT 20%', rate: 2000, from: '2011-01-04T00:00:00Z' },
  { country: 'GB', classes: ['reduced'], name: 'VAT 5%', rate: 500, from: '1997-08-31T23:00:00Z' },
  { country: 'GB', classes: ZERO_GB, name: 'VAT 0%', rate: 0, from: '1973-04-01T00:00:00Z' },
  { country: 'DE', classes: STANDARD_DE, name: 'MwSt. 19%', rate: 1900, from: '2006-12-31T23:00:00Z', to: '2020-06-30T22:00:00Z' },
  { country: 'DE', classes: STANDARD_DE, name: 'MwSt. 16%', rate: 1600, from: '2020-06-30T22:00:00Z', to: '2020-12-31T23:00:00Z' },
  { country: 'DE', classes: STANDARD_DE, name: 'MwSt. 19%', rate: 1900, from: '2020-12-31T23:00:00Z' },
  { country: 'DE', classes: REDUCED_DE, name: 'MwSt. 7%', rate: 700, from: '1983-06-30T22:00:00Z', to: '2020-06-30T22:00:00Z' },
  { country: 'DE', classes: REDUCED_DE, name: 'MwSt. 5%', rate: 500, from: '2020-06-30T22:00:00Z', to: '2020-12-31T23:00:00Z' },
  { country: 'DE', classes: REDUCED_DE, name: 'MwSt. 7%', rate: 700, from: '2020-12-31T23:00:00Z' },
  { country: 'DE', classes: ['zero'], name: 'MwSt. 0%', rate: 0, from: '1967-12-31T23:00:00Z' },
];

/** Value added tax of GB and DE by class and time; at any instant since 2011 each class has one rate in each country. */
export const taxRates: Insertable<tax_rate>[] = periods.flatMap((period) =>
  period.classes.map((taxClass) => ({
    id: seedId(`tax-rate:${period.country}:${taxClass}:${period.from}`),
    country: period.country,
    tax_class: taxClass,
    name: period.name,
    rate_basis_points: period.rate,
    valid_from: period.from,
    valid_to: period.to ?? null,
  })),
);
