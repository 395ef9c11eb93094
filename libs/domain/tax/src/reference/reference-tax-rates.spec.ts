import { chooseTaxRate } from '../choose-tax-rate';
import { chooseTaxRates, ppmOf } from '../choose-tax-rates';
import { vatUnionAt } from '../vat-union';
import { localMidnight } from './local-midnight';
import { periodsOf } from './rate-history';
import { referenceTaxRates } from './reference-tax-rates';

const rates = referenceTaxRates();
const ppm = (place: { country: string; region?: string; postcode?: string }, at = '2026-06-01T12:00:00Z', taxClass = 'standard'): number[] =>
  chooseTaxRates(rates, { place, taxClasses: [taxClass], at }).map(ppmOf);

describe('the tax tables of the product', () => {
  it('TAX-22 hold a standard rate of every member of the union and of the United Kingdom, now and since 2010', () => {
    for (const at of ['2010-06-15T12:00:00Z', '2018-05-05T12:00:00Z', '2026-06-01T12:00:00Z'])
      for (const country of [...vatUnionAt('2026-06-01'), 'GB']) expect(`${country} ${ppm({ country }, at).length}`).toBe(`${country} 1`);
    expect([ppm({ country: 'DE' }), ppm({ country: 'HU' }), ppm({ country: 'GB' }), ppm({ country: 'FI' })]).toEqual([[190_000], [270_000], [200_000], [255_000]]);
  });

  it('TAX-22 change at midnight of the country', () => {
    expect([localMidnight('DE', '2020-07-01'), localMidnight('GB', '2011-01-04'), localMidnight('PT', '2011-07-01'), localMidnight('AU', '2000-07-01'), localMidnight('FI', '2024-09-01')]).toEqual([
      '2020-06-30T22:00:00Z', '2011-01-04T00:00:00Z', '2011-06-30T23:00:00Z', '2000-07-01T00:00:00Z', '2024-08-31T21:00:00Z',
    ]);
    expect([ppm({ country: 'DE' }, '2020-06-30T21:59:59Z'), ppm({ country: 'DE' }, '2020-06-30T22:00:00Z')]).toEqual([[190_000], [160_000]]);
  });

  it('TAX-22 know the areas with rates of their own, and what stands outside', () => {
    expect([ppm({ country: 'DE', postcode: '27498' }), ppm({ country: 'AT', postcode: '6691' }), ppm({ country: 'ES', postcode: '35001' }), ppm({ country: 'ES', postcode: '28001' }), ppm({ country: 'PT', region: '30' })]).toEqual([[0], [190_000], [0], [210_000], [220_000]]);
  });

  it('TAX-22 stack in Canada and stand by state in the US', () => {
    expect([ppm({ country: 'CA', region: 'QC' }), ppm({ country: 'CA', region: 'AB' }), ppm({ country: 'US', region: 'NJ' }), ppm({ country: 'US', region: 'OR' })]).toEqual([[50_000, 99_750], [50_000], [66_250], []]);
  });

  it('TAX-22 never hold two rates of one class, place and instant', () => {
    for (const one of rates) {
      const same = rates.filter((other) => other !== one && other.country === one.country && other.region === one.region && other.layer === one.layer && other.taxClass === one.taxClass && JSON.stringify(other.postcodes) === JSON.stringify(one.postcodes));
      for (const other of same) expect(other.validFrom < one.validFrom ? (other.validTo ?? '9') <= one.validFrom : other.validFrom >= (one.validTo ?? '9')).toBe(true);
    }
    expect(chooseTaxRate(rates, { country: 'FR', taxClass: 'super-reduced', at: '2026-01-01T00:00:00Z' })?.rateBasisPoints).toBe(210);
  });

  it('TAX-22 are written as histories', () => {
    expect(periodsOf('2015-01-01 10, 2024-01-01 -')).toEqual([{ percent: 10, from: '2015-01-01', to: '2024-01-01' }]);
    expect(periodsOf('2011-01-01 9.975')).toEqual([{ percent: 9.975, from: '2011-01-01', to: null }]);
  });
});
