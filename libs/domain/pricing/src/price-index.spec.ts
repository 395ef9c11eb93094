import * as fc from 'fast-check';
import type { ScopedBook } from './price-book';
import { indexPrices, lookUpPrice, viewPrices, type PriceIndex } from './price-index';
import { resolvePrice } from './resolve-price';
import { aBasket, aPriceBook, aScopedBook } from './testing';

const indexOf = (books: readonly ScopedBook[]): PriceIndex =>
  indexPrices(books, (add) => books.forEach(({ prices }, position) => Object.entries(prices).forEach(([variantId, price]) => add(position, variantId, price))));

const { lines: _none, ...plain } = aBasket([]);
const tier = fc.record({ fromMilli: fc.constantFrom(1000, 2000, 5000), toMilli: fc.constantFrom(2000, 6000), unitMinor: fc.nat(9) });
const price = fc.oneof(fc.nat(9), fc.constant(3_000_000_000), fc.uniqueArray(tier, { selector: ({ fromMilli }) => fromMilli, minLength: 1, maxLength: 3 }).map((tiers) => tiers.sort((a, b) => a.fromMilli - b.fromMilli)));
const scoped = fc.record({
  prices: fc.dictionary(fc.constantFrom('boot', 'sock', 'hat'), price),
  locationId: fc.constantFrom(null, 's1', 's2'), channelCode: fc.constantFrom(null, 'till', 'web'), isEvent: fc.boolean(), isReduction: fc.boolean(), priority: fc.nat(1), release: fc.nat(1),
  alsoCustomerGroups: fc.subarray(['members', 'staff', 'dealers']),
  activeFrom: fc.constantFrom(null, '2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z'), activeTo: fc.constantFrom(null, '2026-11-19T00:00:00Z', '2026-12-01T00:00:00Z'),
});
const context = fc.record({ locationId: fc.constantFrom(null, 's1'), channelCode: fc.constantFrom('till', 'web'), buyer: fc.record({ customerGroups: fc.subarray(['members', 'staff']) }) });

describe('price index', () => {
  it('PRC-24 gives the winner that the books give', () => {
    fc.assert(
      fc.property(fc.array(scoped, { maxLength: 40 }), context, fc.constantFrom(500, 1000, 2000, 7000), (given, where, quantityMilli) => {
        const books = given.map(({ prices, ...more }, position) => aScopedBook(`b${position}`, prices, more));
        const view = viewPrices(indexOf(books), { ...plain, ...where });
        for (const variantId of ['boot', 'sock', 'hat', 'none']) {
          const slow = resolvePrice({ ...plain, ...where }, { variantId, quantityMilli }, aPriceBook({ books }));
          expect(lookUpPrice(view, variantId, quantityMilli)).toEqual(slow && { bookId: slow.bookId, unitMinor: slow.unitMinor, fullMinor: slow.full?.unitMinor ?? null });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('PRC-24 the order in which prices are fed does not matter, and a wrong one is refused', () => {
    const books = [aScopedBook('base', { boot: 3 }), aScopedBook('s1', { boot: 2 }, { locationId: 's1' })];
    expect(lookUpPrice(viewPrices(indexOf(books), plain), 'boot', 1000)).toEqual({ bookId: 's1', unitMinor: 2, fullMinor: 2 });
    expect(lookUpPrice(viewPrices(indexOf([...books].reverse()), plain), 'boot', 1000)?.bookId).toBe('s1');
    expect(() => indexOf([aScopedBook('base', { boot: -1 })])).toThrow('no price');
    expect(() => indexOf([aScopedBook('base', { boot: 0.5 })])).toThrow('no price');
    expect(() => indexOf([aScopedBook('base', { boot: 1 }, { coming: [{ turnId: 't', from: '2026-11-23T00:00', prices: { boot: 2 } }] })])).toThrow('to come are not indexed');
  });
});
