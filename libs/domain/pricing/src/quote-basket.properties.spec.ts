import * as fc from 'fast-check';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

const variantIds = ['v1', 'v2', 'v3', 'v4', 'v5'];
const prices = fc.record(Object.fromEntries(variantIds.map((id) => [id, fc.nat(100_000)])), { requiredKeys: [] });
const priceBooks: fc.Arbitrary<PriceBook> = fc.record({
  taxInclusive: fc.boolean(),
  base: fc.tuple(...variantIds.map(() => fc.nat(100_000))),
  scoped: fc.array(fc.record({ prices, channelCode: fc.constantFrom(null, 'till', 'web'), locationId: fc.constantFrom(null, 's1', 's2'), priority: fc.nat(2), release: fc.nat(2) }), { maxLength: 5 }),
  percents: fc.array(fc.tuple(fc.constantFrom('boots', 'tents'), fc.nat(11_000)), { maxLength: 4 }),
  classes: fc.tuple(...variantIds.map(() => fc.tuple(fc.constantFrom('standard', 'reduced', 'zero'), fc.subarray(['boots', 'tents'])))),
}).map(({ taxInclusive, base, scoped, percents, classes }) => aPriceBook({
  taxInclusive,
  books: [aScopedBook('base', Object.fromEntries(variantIds.map((id, index) => [id, base[index] ?? 0]))), ...scoped.map((one, index) => aScopedBook(`b${index}`, one.prices as Record<string, number>, { channelCode: one.channelCode, locationId: one.locationId, priority: one.priority, release: one.release }))],
  promotions: percents.map(([collectionId, percent], index) => aPromotion(`p${index}`, percent, { collectionId })),
  taxRates: [['standard', 2000], ['reduced', 705], ['zero', 0]].map(([taxClass, rate]) => ({ country: 'GB', taxClass: String(taxClass), name: 'VAT', rateBasisPoints: Number(rate), validFrom: '2011-01-04T00:00:00Z', validTo: null })),
  variants: Object.fromEntries(variantIds.map((id, index) => [id, { taxClass: classes[index]?.[0] ?? '', collectionIds: classes[index]?.[1] ?? [] }])),
}));
const quantities = fc.oneof(fc.integer({ min: 1, max: 9 }).map((count) => count * 1000), fc.integer({ min: 1, max: 9000 }));
const baskets: fc.Arbitrary<BasketInput> = fc.record({
  lines: fc.array(fc.tuple(fc.constantFrom(...variantIds), quantities), { maxLength: 10 }),
  channelCode: fc.constantFrom('till', 'web'), locationId: fc.constantFrom(null, 's1', 's3'),
}).map(({ lines, ...scope }) => aBasket(lines.map(([variantId, quantity], index) => aLine(variantId, quantity, `l${index}`)), scope));

function quoted(input: BasketInput, book: PriceBook): Quote {
  const result = quoteBasket(input, book);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => number): number => items.reduce((total, item) => total + amount(item), 0);

describe('quoteBasket', () => {
  it('PRC-6 [L-38] everything adds up and nothing is below zero', () => {
    fc.assert(fc.property(baskets, priceBooks, (input, book) => {
      const quote = quoted(input, book);
      for (const amount of ['listMinor', 'discountMinor', 'taxMinor', 'totalMinor'] as const) expect(sumOf(quote.lines, (line) => line[amount])).toBe(quote[amount]);
      expect(quote.totalMinor).toBe(quote.listMinor - quote.discountMinor + (book.taxInclusive ? 0 : quote.taxMinor));
      expect([sumOf(quote.taxes, (tax) => tax.taxMinor), sumOf(quote.taxes, (tax) => tax.grossMinor)]).toEqual([quote.taxMinor, quote.totalMinor]);
      expect(quote.taxes.every((tax) => tax.netMinor + tax.taxMinor === tax.grossMinor)).toBe(true);
      expect(sumOf(quote.discounts, (discount) => discount.amountMinor)).toBe(quote.discountMinor);
      for (const line of quote.lines) expect(Math.min(line.listMinor, line.discountMinor, line.taxMinor, line.totalMinor, line.totalMinor - line.taxMinor)).toBeGreaterThanOrEqual(0);
    }));
  });

  it('PRC-6 it adds up with prices and discounts by hand and with shipping', () => {
    const discounts = fc.oneof(fc.record({ percentBasisPoints: fc.nat(10_000) }), fc.record({ amountOffMinor: fc.nat(50_000) }), fc.record({ priceMinor: fc.nat(50_000) }));
    const byHand = fc.array(fc.record({ discount: discounts, line: fc.option(fc.nat(9), { nil: undefined }) }), { maxLength: 3 });
    const more = fc.record({ some: byHand, unitMinor: fc.nat(50_000), charges: fc.array(fc.nat(2000), { maxLength: 3 }) });
    fc.assert(fc.property(baskets, priceBooks, more, (given, book, { some, unitMinor, charges }) => {
      const input: BasketInput = {
        ...given, lines: given.lines.map((line, index) => (index === 0 ? { ...line, override: { unitMinor, reason: 'r', by: 'b' } } : line)),
        manualDiscounts: some.map(({ discount, line }, index) => ({ discountId: `d${index}`, discount, reason: 'r', by: 'b', ...(line === undefined ? {} : { lineIds: [`l${line}`] }) })),
        shipping: charges.map((amountMinor, index) => ({ chargeId: `l${index}`, methodId: 'm', amountMinor, taxClass: 'standard' })),
      };
      const quote = quoted(input, book);
      const all = [...quote.lines, ...(quote.shipping ?? [])];
      for (const amount of ['listMinor', 'discountMinor', 'taxMinor', 'totalMinor'] as const) expect(sumOf(all, (line) => line[amount])).toBe(quote[amount]);
      expect(sumOf(quote.discounts, (discount) => discount.amountMinor) + sumOf(quote.manualDiscounts ?? [], (discount) => discount.amountMinor)).toBe(quote.discountMinor);
      expect(sumOf(quote.taxes, (tax) => tax.grossMinor)).toBe(quote.totalMinor);
      for (const line of quote.lines) {
        expect(Math.min(line.discountMinor, line.taxMinor, line.totalMinor)).toBeGreaterThanOrEqual(0);
        expect(sumOf(line.units, (unit) => unit.totalMinor)).toBe(line.totalMinor);
      }
    }));
  });

  it('PRC-7 [L-40] the frozen shares of the units sum to the line', () => {
    fc.assert(fc.property(baskets, priceBooks, (input, book) => {
      for (const line of quoted(input, book).lines) {
        for (const amount of ['quantityMilli', 'discountMinor', 'taxMinor', 'totalMinor'] as const) expect(sumOf(line.units, (unit) => unit[amount])).toBe(line[amount]);
        expect(line.units.map((unit) => unit.unit)).toEqual(line.units.map((_, index) => index + 1));
        expect(line.units).toHaveLength(line.quantityMilli % 1000 === 0 ? line.quantityMilli / 1000 : 1);
        expect(line.units.every((unit) => unit.taxMinor <= unit.totalMinor && unit.taxMinor >= 0)).toBe(true);
      }
    }));
  });

  it('PRC-8 [L-33] the order of the lines changes no line, and twice is the same', () => {
    fc.assert(fc.property(baskets, priceBooks, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (input, book, keys) => {
      const before = JSON.stringify([input, book]);
      const quote = quoted(input, book);
      const shuffled = input.lines.map((line, index) => ({ line, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ line }) => line);
      const other = quoted({ ...input, lines: shuffled }, structuredClone(book));
      const byId = new Map(other.lines.map((line) => [line.lineId, line]));
      expect(quote.lines.map((line) => byId.get(line.lineId))).toEqual(quote.lines);
      expect({ ...other, lines: [] }).toEqual({ ...quote, lines: [] });
      expect(quoted(input, book)).toEqual(quote);
      expect(JSON.stringify([input, book])).toBe(before);
    }));
  });
});
