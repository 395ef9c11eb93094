import { chooseTaxRate } from './choose-tax-rate';
import { chooseTaxRates, type TaxTableRate } from './choose-tax-rates';
import { coversPlace } from './tax-place';

const rate = (country: string, rateBasisPoints: number, more: Partial<TaxTableRate> = {}): TaxTableRate => ({
  country, taxClass: 'standard', name: `${country} ${rateBasisPoints}`, rateBasisPoints, validFrom: '2011-01-01T00:00:00Z', validTo: null, ...more,
});
const at = '2026-01-15T12:00:00Z';
const names = (rates: readonly TaxTableRate[], place: Parameters<typeof chooseTaxRates>[1]['place'], taxClasses: string[] = ['standard']): string[] =>
  chooseTaxRates(rates, { place, taxClasses, at }).map(({ name }) => name);

describe('coversPlace', () => {
  const losAngeles = { country: 'US', postcodes: [{ from: '90001', to: '90899' }] };

  it('TAX-8 compares as many characters as the ends have', () => {
    const isIn = (postcode?: string): boolean => coversPlace(losAngeles, { country: 'US', ...(postcode === undefined ? {} : { postcode }) });
    expect([isIn('90210'), isIn('90210-1234'), isIn('90001'), isIn('90899-9999'), isIn('90900'), isIn('9021'), isIn('')]).toEqual([true, true, true, true, false, false, false]);
    expect([isIn(), coversPlace(losAngeles, { country: 'MX', postcode: '90210' })]).toEqual([false, false]);
    const westminster = { country: 'GB', postcodes: [{ from: 'SW1A', to: 'SW1A' }] };
    expect([coversPlace(westminster, { country: 'GB', postcode: 'sw1a 1aa' }), coversPlace(westminster, { country: 'GB', postcode: 'SW11 2AA' })]).toEqual([true, false]);
  });
});

describe('chooseTaxRates', () => {
  const portugal = [rate('PT', 2300), rate('PT', 2200, { postcodes: [{ from: '9000', to: '9499' }] }), rate('PT', 1600, { postcodes: [{ from: '9500', to: '9999' }] })];

  it('TAX-8 takes the closest place of a layer', () => {
    expect([names(portugal, { country: 'PT', postcode: '1100-148' }), names(portugal, { country: 'PT', postcode: '9050-021' }), names(portugal, { country: 'PT' })]).toEqual([['PT 2300'], ['PT 2200'], ['PT 2300']]);
    const wanted = { taxClass: 'standard', at };
    expect(chooseTaxRate(portugal, { ...wanted, country: 'PT' })?.rateBasisPoints).toBe(2300);
    expect(chooseTaxRate(portugal, { ...wanted, country: 'PT', postcode: '9500-321' })?.rateBasisPoints).toBe(1600);
  });

  it('TAX-9 adds up layers, one of each, whatever the order of the table', () => {
    const table = [
      rate('US', 600, { region: 'CA', layer: 'state' }), rate('US', 25, { region: 'CA', layer: 'county', postcodes: [{ from: '90001', to: '91899' }] }),
      rate('US', 325, { region: 'CA', layer: 'special', postcodes: [{ from: '90001', to: '91899' }] }), rate('US', 625, { region: 'TX', layer: 'state' }),
    ];
    const place = { country: 'US', region: 'CA', postcode: '90012' };
    expect(names(table, place)).toEqual(['US 25', 'US 325', 'US 600']);
    expect(names([...table].reverse(), place)).toEqual(['US 25', 'US 325', 'US 600']);
    expect(names(table, { country: 'US', region: 'CA', postcode: '94103' })).toEqual(['US 600']);
    expect(names(table, { country: 'US', region: 'OR' })).toEqual([]);
  });

  it('TAX-10 goes by place before class, and by the more particular class', () => {
    const table = [
      rate('US', 300, { taxClass: 'title:7' }), rate('US', 200), rate('US', 500, { region: 'NY' }), rate('US', 100, { region: 'NY', taxClass: 'books' }),
    ];
    const classes = ['title:7', 'books', 'standard'];
    expect(names(table, { country: 'US', region: 'NY' }, classes)).toEqual(['US 100']);
    expect(names(table, { country: 'US', region: 'NY' })).toEqual(['US 500']);
    expect(names(table, { country: 'US', region: 'OH' }, classes)).toEqual(['US 300']);
    expect(names(table, { country: 'US' })).toEqual(['US 200']);
  });

  it('TAX-3 goes by the tax date', () => {
    const table = [rate('EE', 2000, { validTo: '2024-01-01T00:00:00Z' }), rate('EE', 2200, { validFrom: '2024-01-01T00:00:00Z', validTo: '2025-07-01T00:00:00Z' }), rate('EE', 2400, { validFrom: '2025-07-01T00:00:00Z' })];
    const on = (day: string): (string | undefined)[] => chooseTaxRates(table, { place: { country: 'EE' }, taxClasses: ['standard'], at: `${day}T00:00:00Z` }).map(({ name }) => name);
    expect([on('2023-12-31'), on('2024-01-01'), on('2025-06-30'), on('2025-07-01')]).toEqual([['EE 2000'], ['EE 2200'], ['EE 2200'], ['EE 2400']]);
  });
});
