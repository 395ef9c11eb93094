import * as fc from 'fast-check';
import { chooseTaxRate, type DatedTaxRate } from './choose-tax-rate';
import { taxFromGross, taxFromNet } from './tax-amount';
import { taxDocument, type TaxableLine } from './tax-document';

const line = (lineId: string, amountMinor: number, more: Partial<TaxableLine> = {}): TaxableLine => ({ lineId, country: 'GB', taxClass: 'standard', rateBasisPoints: 2000, amountMinor, ...more });
const three = [line('a', 10), line('b', 10), line('c', 10)];
const lineArbitrary = fc.record({
  country: fc.constantFrom('GB', 'DE'), taxClass: fc.constantFrom('standard', 'reduced'),
  rateBasisPoints: fc.constantFrom(0, 500, 700, 1900, 2000), amountMinor: fc.nat(5_000_000),
});
const documents = fc.array(lineArbitrary, { maxLength: 25 }).map((lines) => lines.map((entry, index) => ({ ...entry, lineId: `l${index}` })));

describe('tax of an amount', () => {
  it('TAX-1 is taken out of a gross amount', () => {
    expect([taxFromGross(1999, 2000), taxFromGross(11900, 1900), taxFromGross(100, 0), taxFromGross(0, 2000)]).toEqual([333, 1900, 0, 0]);
    // 0.03 × 20/120 = 0.005: the tie shows the mode.
    expect([taxFromGross(3, 2000), taxFromGross(3, 2000, 'half_even'), taxFromGross(3, 2000, 'down')]).toEqual([1, 0, 0]);
  });

  it('TAX-2 is put on top of a net amount', () => {
    expect([taxFromNet(1666, 2000), taxFromNet(25, 1000), taxFromNet(25, 1000, 'half_even')]).toEqual([333, 3, 2]);
  });
});

describe('chooseTaxRate', () => {
  const rate = (rateBasisPoints: number, validFrom: string, validTo: string | null): DatedTaxRate => ({ country: 'DE', taxClass: 'standard', rateBasisPoints, validFrom, validTo });
  const rates = [rate(1900, '2007-01-01T00:00:00Z', '2020-07-01T00:00:00Z'), rate(1600, '2020-07-01T00:00:00.000Z', '2021-01-01T00:00:00Z'), rate(1900, '2021-01-01T00:00:00Z', null)];
  const at = (instant: string, taxClass = 'standard', country = 'DE'): number | undefined => chooseTaxRate(rates, { country, taxClass, at: instant })?.rateBasisPoints;

  it('TAX-3 goes by country, class and instant', () => {
    expect([at('2020-06-30T23:59:59.999Z'), at('2020-07-01T00:00:00Z'), at('2020-12-31T23:59:59Z'), at('2026-01-01T00:00:00Z')]).toEqual([1900, 1600, 1600, 1900]);
    expect([at('2000-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z', 'reduced'), at('2026-01-01T00:00:00Z', 'standard', 'GB')]).toEqual([undefined, undefined, undefined]);
  });

  it('TAX-3 takes the one that started last, wherever it stands', () => {
    const overlapping = [rate(1600, '2020-07-01T00:00:00Z', null), rate(1900, '2007-01-01T00:00:00Z', null)];
    const wanted = { country: 'DE', taxClass: 'standard', at: '2026-01-01T00:00:00Z' };
    expect(chooseTaxRate(overlapping, wanted)?.rateBasisPoints).toBe(1600);
    expect(chooseTaxRate([...overlapping].reverse(), wanted)?.rateBasisPoints).toBe(1600);
  });
});

describe('taxDocument', () => {
  it('TAX-4 computes once per group and shares to the lines', () => {
    const tax = taxDocument(three, { taxInclusive: true });
    expect(tax.groups).toEqual([{ country: 'GB', taxClass: 'standard', rateBasisPoints: 2000, netMinor: 25, taxMinor: 5, grossMinor: 30 }]);
    expect([...tax.taxMinorByLine]).toEqual([['a', 2], ['b', 2], ['c', 1]]);
    expect(taxDocument([line('a', 1000), line('b', 2000)], { taxInclusive: false }).groups).toEqual([
      { country: 'GB', taxClass: 'standard', rateBasisPoints: 2000, netMinor: 3000, taxMinor: 600, grossMinor: 3600 },
    ]);
    expect(taxDocument([], { taxInclusive: true })).toEqual({ groups: [], taxMinorByLine: new Map() });
  });

  it('TAX-5 [L-48] never mixes countries or classes', () => {
    const { groups } = taxDocument([line('a', 120), line('b', 120, { country: 'FR' }), line('c', 120, { taxClass: 'books' })], { taxInclusive: true });
    expect(groups.map(({ country, taxClass, taxMinor }) => [country, taxClass, taxMinor])).toEqual([['FR', 'standard', 20], ['GB', 'books', 20], ['GB', 'standard', 20]]);
  });

  it('TAX-6 [L-33] adds up, whatever the order of the lines', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), fc.constantFrom('document', 'line'), (lines, taxInclusive, per) => {
        const tax = taxDocument(lines, { taxInclusive, per });
        for (const group of tax.groups) {
          expect(group.netMinor + group.taxMinor).toBe(group.grossMinor);
          const members = lines.filter((one) => one.country === group.country && one.taxClass === group.taxClass && one.rateBasisPoints === group.rateBasisPoints);
          expect(members.reduce((sum, one) => sum + (tax.taxMinorByLine.get(one.lineId) ?? NaN), 0)).toBe(group.taxMinor);
          expect(members.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(taxInclusive ? group.grossMinor : group.netMinor);
        }
        const reversed = taxDocument([...lines].reverse(), { taxInclusive, per });
        expect(reversed.groups).toEqual(tax.groups);
        expect(lines.map((one) => reversed.taxMinorByLine.get(one.lineId))).toEqual(lines.map((one) => tax.taxMinorByLine.get(one.lineId)));
      }),
    );
  });

  it('TAX-7 rounds each line where asked to', () => {
    const tax = taxDocument(three, { taxInclusive: true, per: 'line' });
    expect(tax.groups[0]).toMatchObject({ netMinor: 24, taxMinor: 6, grossMinor: 30 });
    expect([...tax.taxMinorByLine.values()]).toEqual([2, 2, 2]);
  });
});
