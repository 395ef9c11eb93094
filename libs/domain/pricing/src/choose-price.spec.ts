import * as fc from 'fast-check';
import type { BasketInput } from './basket-input';
import { choosePrice, rankBooks } from './choose-price';
import type { PriceBook, ScopedBook } from './price-book';
import { aBasket, aLine, aPriceBook, aScopedBook } from './testing';

const candidates = (books: ScopedBook[], more: Partial<BasketInput> = {}, quantityMilli = 1000) => choosePrice(rankBooks(aPriceBook({ books }), aBasket([aLine('boot')], more)), 'boot', quantityMilli);
const winner = (books: ScopedBook[], more: Partial<BasketInput> = {}): string | undefined => candidates(books, more).find(({ won }) => won)?.bookId;
const buyer = { customerId: 'c1', customerGroups: ['members', 'staff'] };

describe('choosePrice', () => {
  it('PRC-2 goes from the customer to the market, one step at a time', () => {
    const ladder: [string, Partial<ScopedBook>][] = [
      ['customer', { customerId: 'c1' }], ['event', { isEvent: true }], ['store', { locationId: 's1' }], ['zone', { priceZone: 'airport' }],
      ['group', { customerGroup: 'members' }], ['channel', { channelCode: 'till' }], ['region', { region: 'south' }], ['market', {}],
    ];
    // Each closer book has the lower priority and release, so that only its scope can let it win.
    const books = ladder.map(([id, scope], index) => aScopedBook(id, { boot: index }, { ...scope, priority: index, release: index + 1 }));
    const context = { buyer, priceZone: 'airport', region: 'south' };
    for (let first = 0; first < books.length; first += 1) expect(winner(books.slice(first), context)).toBe(ladder[first]?.[0]);
    expect(candidates(books, context).map(({ because }) => because)).toEqual(['customer_book', ...Array<string>(7).fill('lower_precedence')]);
    expect(candidates(books).map(({ bookId, because }) => [bookId, because])).toEqual([['event', 'event_book'], ['store', 'lower_precedence'], ['channel', 'lower_precedence'], ['market', 'lower_precedence']]);
  });

  it('PRC-2 of two books that share the closest part, the one that names the next; then the narrower window', () => {
    expect(winner([aScopedBook('store', { boot: 1 }, { locationId: 's1', priority: 9 }), aScopedBook('store till', { boot: 2 }, { locationId: 's1', channelCode: 'till' })])).toBe('store till');
    const week = aScopedBook('week', { boot: 1 }, { activeFrom: '2026-11-16T00:00:00Z', activeTo: '2026-11-23T00:00:00Z' });
    const month = aScopedBook('month', { boot: 2 }, { activeFrom: '2026-11-01T00:00:00Z', activeTo: '2026-12-01T00:00:00Z', priority: 9 });
    expect(candidates([month, week, aScopedBook('open', { boot: 3 }, { priority: 10 })]).map(({ bookId, because }) => [bookId, because])).toEqual([['week', 'market_book'], ['month', 'wider_window'], ['open', 'wider_window']]);
  });

  it('PRC-2 exactly one book wins, whichever order they stand in', () => {
    const books = fc.array(
      fc.record({
        locationId: fc.constantFrom(null, 's1', 's2'), channelCode: fc.constantFrom(null, 'till', 'web'), customerGroup: fc.constantFrom(undefined, 'members'), isEvent: fc.boolean(), priority: fc.nat(1), release: fc.nat(1),
        activeFrom: fc.constantFrom(null, '2026-11-01T00:00:00Z'), activeTo: fc.constantFrom(null, '2026-11-19T00:00:00Z', '2026-12-01T00:00:00Z'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(books, (given) => {
        const scoped = [aScopedBook('base', { boot: 1 }), ...given.map(({ customerGroup, ...more }, index) => aScopedBook(`b${index}`, { boot: index }, { ...more, ...(customerGroup === undefined ? {} : { customerGroup }) }))];
        const found = candidates(scoped, { buyer });
        expect(found.filter(({ won }) => won)).toHaveLength(1);
        expect(found[0]?.won).toBe(true);
        expect(candidates([...scoped].reverse(), { buyer })).toEqual(found);
      }),
    );
  });

  it('PRC-16 takes the greatest tier that the quantity reaches', () => {
    const book = aScopedBook('base', { boot: [{ fromMilli: 2000, unitMinor: 1000 }, { fromMilli: 10_000, unitMinor: 800 }] });
    const at = (quantityMilli: number) => candidates([book], {}, quantityMilli).map(({ amountMinor, won, because }) => [amountMinor, won, because]);
    expect([at(2000), at(9999), at(10_000)]).toEqual([[[1000, true, 'market_book']], [[1000, true, 'market_book']], [[800, true, 'market_book']]]);
    expect(at(1000)).toEqual([[1000, false, 'quantity_too_low']]);
    const fallback: PriceBook['books'] = [aScopedBook('s1', { boot: [{ fromMilli: 5000, unitMinor: 700 }] }, { locationId: 's1' }), book];
    expect(candidates(fallback, {}, 3000).map(({ bookId, because }) => [bookId, because])).toEqual([['base', 'market_book'], ['s1', 'quantity_too_low']]);
  });

  it('PRC-16 a tier may end, and beyond it another book counts', () => {
    const few = aScopedBook('few', { boot: [{ fromMilli: 1000, toMilli: 3000, unitMinor: 500 }, { fromMilli: 2000, toMilli: 4000, unitMinor: 400 }] }, { locationId: 's1' });
    const at = (quantityMilli: number) => candidates([few, aScopedBook('base', { boot: 900 })], {}, quantityMilli).map(({ bookId, amountMinor, because }) => [bookId, amountMinor, because]);
    expect([at(1000)[0], at(3000)[0], at(4000)[0]]).toEqual([['few', 500, 'store_book'], ['few', 400, 'store_book'], ['few', 400, 'store_book']]);
    expect(at(4001)).toEqual([['base', 900, 'market_book'], ['few', 400, 'quantity_too_high']]);
    expect(at(500)).toEqual([['base', 900, 'market_book'], ['few', 500, 'quantity_too_low']]);
  });

  it('PRC-22 a reduction counts only where it is lower', () => {
    const base = aScopedBook('base', { boot: 400 });
    const sale = (amount: number) => aScopedBook('sale', { boot: amount }, { isEvent: true, isReduction: true });
    expect(candidates([base, sale(232)]).map(({ bookId, because }) => [bookId, because])).toEqual([['sale', 'event_book'], ['base', 'lower_precedence']]);
    for (const amount of [400, 500]) expect(candidates([base, sale(amount)]).map(({ bookId, because }) => [bookId, because])).toEqual([['base', 'market_book'], ['sale', 'not_lower']]);
    // A further reduction that is lower still counts; a contract comes before any sale.
    expect(winner([base, sale(500), aScopedBook('store sale', { boot: 300 }, { locationId: 's1', isReduction: true })])).toBe('store sale');
    expect(winner([base, sale(100), aScopedBook('contract', { boot: 390 }, { customerId: 'c1' })], { buyer })).toBe('contract');
    expect(candidates([sale(100)]).map(({ won }) => won)).toEqual([true]);
  });

  it('PRC-23 [L-53] a book may ask for several groups, and is closer the more it names', () => {
    const both = aScopedBook('both', { boot: 1 }, { customerGroup: 'members', alsoCustomerGroups: ['staff'] });
    const one = aScopedBook('one', { boot: 2 }, { customerGroup: 'members', priority: 9 });
    expect([winner([one, both], { buyer }), winner([both, one], { buyer: { customerGroups: ['members'] } })]).toEqual(['both', 'one']);
    expect(winner([both, aScopedBook('store', { boot: 3 }, { locationId: 's1' })], { buyer })).toBe('store');
    expect(winner([aScopedBook('also', { boot: 4 }, { alsoCustomerGroups: ['staff'] })], { buyer: { customerGroups: ['members'] } })).toBeUndefined();
  });
});
