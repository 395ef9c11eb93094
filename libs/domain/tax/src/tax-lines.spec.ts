import * as fc from 'fast-check';
import type { LineTaxRate } from './effective-rates';
import { taxDocument } from './tax-document';
import { taxLines, type StackedLine } from './tax-lines';

const tax = (jurisdiction: string, percent: number, more: Partial<LineTaxRate> = {}): LineTaxRate => ({ jurisdiction, taxClass: 'standard', name: jurisdiction, ratePpm: percent * 10_000, ...more });
const line = (lineId: string, amountMinor: number, taxes: LineTaxRate[]): StackedLine => ({ lineId, amountMinor, taxInclusive: false, taxes });
const gross = (lineId: string, amountMinor: number, taxes: LineTaxRate[]): StackedLine => ({ ...line(lineId, amountMinor, taxes), taxInclusive: true });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const stacks: LineTaxRate[][] = [[], [tax('GB', 20)], [tax('US-CA/state', 6), tax('US-CA/county', 0.25), tax('US-CA/special', 3.25)], [tax('CA', 5), tax('CA-QC', 9.975)], [tax('X', 5), tax('Y', 10, { isCompound: true })]];
const documents = (least: number): fc.Arbitrary<StackedLine[]> =>
  fc.array(fc.record({ amountMinor: fc.integer({ min: least, max: 3_000_000 }), taxInclusive: fc.boolean(), units: fc.integer({ min: 1, max: 7 }), taxes: fc.constantFrom(...stacks) }), { maxLength: 20 })
    .map((lines) => lines.map((entry, index) => ({ ...entry, lineId: `l${index}` })));
const rules = fc.record({ per: fc.constantFrom('document' as const, 'line' as const, 'unit' as const) });

describe('taxLines', () => {
  it('TAX-9 stacks the taxes of a place on one line', () => {
    const { lines, groups, grossMinor } = taxLines([line('a', 10_000, stacks[2] ?? [])]);
    expect(lines.get('a')).toEqual({ netMinor: 10_000, taxMinor: 950, grossMinor: 10_950, taxesMinor: [600, 25, 325] });
    expect(groups.map(({ jurisdiction, netMinor, taxMinor }) => [jurisdiction, netMinor, taxMinor])).toEqual([['US-CA/county', 10_000, 25], ['US-CA/special', 10_000, 325], ['US-CA/state', 10_000, 600]]);
    expect(grossMinor).toBe(10_950);
  });

  it('TAX-11 [L-48] rounds each jurisdiction once and by itself', () => {
    const both = [tax('state', 5), tax('city', 5)];
    const { groups, taxMinor } = taxLines([line('a', 10, both), line('b', 10, both)]);
    expect([groups.map((group) => group.taxMinor), taxMinor]).toEqual([[1, 1], 2]);
    const mixed = taxLines([line('a', 1000, [tax('US', 5)]), gross('b', 1050, [tax('US', 5)])]);
    expect(mixed.groups.map(({ taxInclusive, netMinor, taxMinor: minor }) => [taxInclusive, netMinor, minor])).toEqual([[false, 1000, 50], [true, 1000, 50]]);
  });

  it('TAX-12 takes taxes out of a gross amount, and compound ones on top of plain ones', () => {
    expect(taxLines([gross('a', 11_000, [tax('A', 5), tax('B', 5)])]).lines.get('a')).toEqual({ netMinor: 10_000, taxMinor: 1000, grossMinor: 11_000, taxesMinor: [500, 500] });
    expect(taxLines([line('a', 10_000, stacks[4] ?? [])]).lines.get('a')?.taxesMinor).toEqual([500, 1050]);
    expect(taxLines([gross('a', 11_550, stacks[4] ?? [])]).lines.get('a')).toMatchObject({ netMinor: 10_000, taxesMinor: [500, 1050] });
  });

  it('TAX-13 [L-33] [L-37] adds up to the cent, whatever the order and the rounding', () => {
    fc.assert(
      fc.property(documents(-5000), rules, (lines, rule) => {
        const answer = taxLines(lines, rule);
        for (const entry of lines) {
          const taxed = answer.lines.get(entry.lineId);
          expect(taxed && taxed.netMinor + taxed.taxMinor).toBe(taxed?.grossMinor);
          expect(sum(taxed?.taxesMinor ?? [])).toBe(taxed?.taxMinor);
          expect(entry.taxInclusive ? taxed?.grossMinor : taxed?.netMinor).toBe(entry.amountMinor);
        }
        expect(sum(answer.groups.map((group) => group.taxMinor))).toBe(answer.taxMinor);
        expect(answer.netMinor + answer.taxMinor).toBe(answer.grossMinor);
        const reversed = taxLines([...lines].reverse(), rule);
        expect([reversed.groups, reversed.grossMinor]).toEqual([answer.groups, answer.grossMinor]);
        for (const { lineId } of lines) expect(reversed.lines.get(lineId)).toEqual(answer.lines.get(lineId));
      }),
    );
  });

  it('TAX-13 mirrors: what is taken back has the same tax below zero', () => {
    const mirrored = (minor: number): number => 0 - minor;
    fc.assert(
      fc.property(documents(0), rules, (lines, rule) => {
        const back = taxLines(lines.map((entry) => ({ ...entry, amountMinor: mirrored(entry.amountMinor) })), rule);
        for (const [lineId, taxed] of taxLines(lines, rule).lines) expect(back.lines.get(lineId)?.taxesMinor).toEqual(taxed.taxesMinor.map(mirrored));
      }),
    );
  });

  it('TAX-13 inclusive and exclusive agree within one minor unit a group', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.constantFrom(...stacks), (amountMinor, taxes) => {
        const added = taxLines([line('a', amountMinor, taxes)]);
        const contained = taxLines([gross('a', added.grossMinor, taxes)]);
        expect(Math.abs(contained.netMinor - amountMinor)).toBeLessThanOrEqual(taxes.length);
      }),
    );
  });

  it('TAX-4 agrees with the document of one rate a line', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500_000), fc.constantFrom(500, 1900, 2000)), { maxLength: 15 }), fc.boolean(), (entries, taxInclusive) => {
        const one = taxDocument(entries.map(([amountMinor, rateBasisPoints], index) => ({ lineId: `l${index}`, country: 'GB', taxClass: 'standard', rateBasisPoints, amountMinor })), { taxInclusive });
        const many = taxLines(entries.map(([amountMinor, rateBasisPoints], index) => (taxInclusive ? gross : line)(`l${index}`, amountMinor, [tax('GB', rateBasisPoints / 100)])));
        expect(many.groups.map(({ netMinor, taxMinor }) => [netMinor, taxMinor])).toEqual(one.groups.map(({ netMinor, taxMinor }) => [netMinor, taxMinor]));
        for (const [lineId, taxMinor] of one.taxMinorByLine) expect(many.lines.get(lineId)?.taxMinor).toBe(taxMinor);
      }),
    );
  });

  it('TAX-14 rounds each unit where asked to', () => {
    const three = [{ ...line('a', 369, [tax('GB', 20)]), units: 3 }];
    expect([taxLines(three, { per: 'unit' }).taxMinor, taxLines(three).taxMinor]).toEqual([75, 74]);
    // 100 in three units is 34, 33, 33.
    expect(taxLines([{ ...line('a', 100, [tax('GB', 20)]), units: 3 }], { per: 'unit' }).taxMinor).toBe(21);
  });
});
