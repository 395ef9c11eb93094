import { engineVersion, quoteBasket } from './quote-basket';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

function quoted(input: BasketInput, book: PriceBook): Quote {
  const result = quoteBasket(input, book);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
const refusalOf = (input: BasketInput, book = aPriceBook()): unknown => {
  const result = quoteBasket(input, book);
  return result.ok ? result.value : result.refusal;
};
const unitPrice = (book: PriceBook, more: Partial<BasketInput> = {}): number | undefined => quoted(aBasket([aLine('boot')], more), book).lines[0]?.listUnitMinor;

describe('quoteBasket', () => {
  it('PRC-1 takes the discount off the list price and finds the tax inside what is left', () => {
    const quote = quoted(aBasket([aLine('boot', 2000)]), aPriceBook({ promotions: [aPromotion('p1', 1000)] }));
    expect(quote).toEqual({
      currency: 'GBP', taxInclusive: true, bookVersion: 'GB:1', engineVersion, pricedAt: '2026-11-20T10:00:00.000Z',
      lines: [{
        lineId: 'boot', variantId: 'boot', quantityMilli: 2000, listUnitMinor: 10_000, listMinor: 20_000, discountMinor: 2000, totalMinor: 18_000, taxMinor: 3000,
        taxClass: 'standard', taxRateBasisPoints: 2000,
        units: [{ unit: 1, quantityMilli: 1000, totalMinor: 9000, discountMinor: 1000, taxMinor: 1500 }, { unit: 2, quantityMilli: 1000, totalMinor: 9000, discountMinor: 1000, taxMinor: 1500 }],
        trace: {
          candidates: [{ bookId: 'base', name: 'Book base', amountMinor: 10_000, won: true, because: 'market_book' }],
          promotions: [{ promotionId: 'p1', name: 'Promotion p1', applied: true, amountMinor: 2000, because: 'best_deal' }],
          tax: { name: 'VAT', rateBasisPoints: 2000, because: 'included_in_price' },
        },
      }],
      discounts: [{ promotionId: 'p1', name: 'Promotion p1', amountMinor: 2000 }], promotions: [],
      taxes: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, netMinor: 15_000, taxMinor: 3000, grossMinor: 18_000 }],
      listMinor: 20_000, discountMinor: 2000, taxMinor: 3000, totalMinor: 18_000,
    });
  });

  it('PRC-98 takes off what the lanes of its book say, one best deal or one after another', () => {
    const book = aPriceBook({ promotions: [aPromotion('p1', 1000), aPromotion('p2', 2000)] });
    const total = (given: PriceBook) => quoted(aBasket([aLine('boot')]), given).totalMinor;
    expect([total(book), total({ ...book, lanes: { item: 'stacking', basket: 'best_deal', shipping: 'best_deal' } })]).toEqual([8000, 7200]);
  });

  it('PRC-1 adds the tax where prices are without it', () => {
    const quote = quoted(aBasket([aLine('boot', 1000, 'a'), aLine('sock', 3000, 'b')]), aPriceBook({ taxInclusive: false }));
    // 100.00 + 3 × 5.99 = 117.97 net, 23.594 → 23.59 tax.
    expect([quote.listMinor, quote.taxMinor, quote.totalMinor]).toEqual([11_797, 2359, 14_156]);
    expect(quote.lines.map((line) => [line.taxMinor, line.totalMinor])).toEqual([[2000, 12_000], [359, 2156]]);
    expect(quote.lines[1]?.units.map((unit) => [unit.totalMinor, unit.taxMinor])).toEqual([[719, 120], [719, 120], [718, 119]]);
  });

  it('PRC-1 [L-37] all of it off leaves exactly nothing', () => {
    const quote = quoted(aBasket([aLine('boot', 3000)]), aPriceBook({ promotions: [aPromotion('p1', 10_000)] }));
    expect([quote.listMinor, quote.discountMinor, quote.taxMinor, quote.totalMinor]).toEqual([30_000, 30_000, 0, 0]);
    expect(quote.lines[0]?.units.every((unit) => unit.totalMinor === 0 && unit.taxMinor === 0)).toBe(true);
  });

  it('PRC-1 [L-36] [L-39] keeps list, discount and paid as separate facts, the discount in the tax mode of the price', () => {
    const book = aPriceBook({ promotions: [aPromotion('p1', 2500)] });
    expect(quoted(aBasket([aLine('boot')]), book)).toMatchObject({ listMinor: 10_000, discountMinor: 2500, totalMinor: 7500, taxMinor: 1250 });
    expect(quoted(aBasket([aLine('boot')]), { ...book, taxInclusive: false })).toMatchObject({ listMinor: 10_000, discountMinor: 2500, totalMinor: 9000, taxMinor: 1500 });
  });

  it('PRC-2 a store comes before a channel before the market', () => {
    const books = [
      aScopedBook('base', { boot: 10_000 }, { priority: 99, release: 99 }), aScopedBook('web', { boot: 9500 }, { channelCode: 'web' }),
      aScopedBook('s1', { boot: 9000 }, { locationId: 's1' }), aScopedBook('s1-web', { boot: 8000 }, { locationId: 's1', channelCode: 'web', priority: 1 }),
    ];
    const book = aPriceBook({ books });
    expect(unitPrice(book)).toBe(9000);
    expect(unitPrice(book, { locationId: 's2' })).toBe(10_000);
    expect(unitPrice(book, { locationId: null, channelCode: 'web' })).toBe(9500);
    expect(unitPrice(book, { channelCode: 'web' })).toBe(8000);
    expect(unitPrice(aPriceBook({ books: [...books].reverse() }), { channelCode: 'web' })).toBe(8000);
  });

  it('PRC-2 then priority, then the later release, then the lower id', () => {
    const priced = (...scoped: [id: string, price: number, priority: number, release: number][]): number | undefined =>
      unitPrice(aPriceBook({ books: scoped.map(([id, boot, priority, release]) => aScopedBook(id, { boot }, { priority, release })) }));
    expect(priced(['a', 1, 1, 9], ['b', 2, 2, 1])).toBe(2);
    expect(priced(['a', 1, 1, 1], ['b', 2, 1, 2])).toBe(2);
    expect(priced(['b', 2, 1, 1], ['a', 1, 1, 1])).toBe(1);
  });

  it('PRC-3 a window opens at its first instant and closes before its last', () => {
    const sale = aScopedBook('sale', { boot: 7000 }, { priority: 1, activeFrom: '2026-11-27T06:00:00Z', activeTo: '2026-12-01T00:00:00Z' });
    const book = aPriceBook({ books: [aScopedBook('base', { boot: 10_000 }), sale] });
    const at = (pricedAt: string): number | undefined => unitPrice(book, { pricedAt });
    expect([at('2026-11-27T05:59:59.999Z'), at('2026-11-27T06:00:00.000Z'), at('2026-11-30T23:59:59.999Z'), at('2026-12-01T00:00:00.000Z')]).toEqual([10_000, 7000, 7000, 10_000]);
  });

  it('PRC-4 a quantity is a whole number of thousandths, up to 10,000 pieces', () => {
    for (const quantityMilli of [0, -1000, 1.5, 10_000_001, NaN, Infinity]) {
      expect(refusalOf(aBasket([aLine('boot', quantityMilli)]))).toEqual({ kind: 'invalid_quantity', lineId: 'boot', quantityMilli });
    }
    expect(quoted(aBasket([aLine('sock', 10_000_000)]), aPriceBook()).totalMinor).toBe(5_990_000);
    // 333 g at 5.99 a kilo: 1.99467.
    expect(quoted(aBasket([aLine('sock', 333)]), aPriceBook()).lines[0]).toMatchObject({ totalMinor: 199, units: [{ unit: 1, quantityMilli: 333, totalMinor: 199, taxMinor: 33 }] });
  });

  it('PRC-5 names what cannot be quoted', () => {
    const boot = aLine('boot');
    expect(refusalOf(aBasket([boot], { currency: 'EUR' }))).toEqual({ kind: 'wrong_currency', currency: 'EUR', expected: 'GBP' });
    expect(refusalOf(aBasket([boot, aLine('sock', 1000, 'boot')]))).toEqual({ kind: 'repeated_line', lineId: 'boot' });
    expect(refusalOf(aBasket([aLine('constructor')]))).toEqual({ kind: 'unknown_variant', lineId: 'constructor', variantId: 'constructor' });
    expect(refusalOf(aBasket([boot]), aPriceBook({ books: [] }))).toEqual({ kind: 'no_price', lineId: 'boot', variantId: 'boot' });
    const later = aScopedBook('later', { boot: 1 }, { activeFrom: '2027-01-01T00:00:00Z' });
    expect(refusalOf(aBasket([boot]), aPriceBook({ books: [later] }))).toEqual({ kind: 'no_price', lineId: 'boot', variantId: 'boot' });
    expect(quoted(aBasket([]), aPriceBook())).toMatchObject({ lines: [], discounts: [], taxes: [], totalMinor: 0 });
    expect(() => quoteBasket(aBasket([boot], { marketCode: 'DE' }), aPriceBook())).toThrow('book of GB');
    expect(() => quoteBasket(aBasket([boot]), aPriceBook({ books: [aScopedBook('bad', { boot: 9.99 })] }))).toThrow('no price');
  });

  it('PRC-7 [L-35] freezes the share of each unit', () => {
    const quote = quoted(aBasket([aLine('sock', 3000)]), aPriceBook({ variants: { sock: { taxClass: 'standard', collectionIds: ['boots'] } }, promotions: [aPromotion('p', 1000)] }));
    expect(quote.lines[0]?.units.map(({ unit, totalMinor, discountMinor, taxMinor }) => [unit, totalMinor, discountMinor, taxMinor])).toEqual([[1, 539, 60, 90], [2, 539, 60, 90], [3, 539, 60, 90]]);
    const thirds = quoted(aBasket([aLine('boot', 3000)]), aPriceBook({ promotions: [aPromotion('p', 333)] }));
    // 300.00 × 3.33 % = 9.99 → 3.33 each; tax 290.01 × 20/120 = 48.335 → 48.34 → 16.12, 16.11, 16.11.
    expect(thirds.lines[0]?.units.map(({ totalMinor, taxMinor }) => [totalMinor, taxMinor])).toEqual([[9667, 1612], [9667, 1611], [9667, 1611]]);
  });

  it('PRC-9 says of every book why it won or lost', () => {
    const book = aPriceBook({
      books: [
        aScopedBook('market', { boot: 6 }), aScopedBook('store', { boot: 1 }, { locationId: 's1', release: 2, priority: 2 }), aScopedBook('other', { boot: 9 }, { locationId: 's2' }),
        aScopedBook('soon', { boot: 2 }, { locationId: 's1', priority: 3, activeFrom: '2027-01-01T00:00:00Z' }), aScopedBook('gone', { boot: 3 }, { channelCode: 'till', activeTo: '2026-01-01T00:00:00Z' }),
        aScopedBook('store2', { boot: 4 }, { locationId: 's1', release: 1, priority: 2 }), aScopedBook('store3', { boot: 5 }, { locationId: 's1', priority: 1 }),
        aScopedBook('store4', { boot: 7 }, { locationId: 's1', release: 2, priority: 2 }), aScopedBook('silent', { sock: 1 }),
      ],
    });
    expect(quoted(aBasket([aLine('boot')]), book).lines[0]?.trace.candidates.map(({ bookId, because, won }) => [bookId, because, won])).toEqual([
      ['store', 'store_book', true], ['soon', 'not_active_yet', false], ['store4', 'later_id', false], ['store2', 'earlier_release', false],
      ['store3', 'lower_priority', false], ['gone', 'no_longer_active', false], ['market', 'lower_precedence', false],
    ]);
  });

  it('PRC-10 the tax rate goes by place, class and instant', () => {
    const taxRates = [
      { country: 'DE', taxClass: 'standard', name: 'USt', rateBasisPoints: 1900, validFrom: '2007-01-01T00:00:00Z', validTo: '2020-07-01T00:00:00Z' },
      { country: 'DE', taxClass: 'standard', name: 'USt', rateBasisPoints: 1600, validFrom: '2020-07-01T00:00:00Z', validTo: '2021-01-01T00:00:00Z' },
    ];
    const rateAt = (pricedAt: string): number | undefined => quoted(aBasket([aLine('boot')], { taxCountry: 'DE', pricedAt }), aPriceBook({ taxRates })).taxes[0]?.rateBasisPoints;
    expect([rateAt('2020-06-30T23:59:59.999Z'), rateAt('2020-07-01T00:00:00.000Z')]).toEqual([1900, 1600]);
    expect(refusalOf(aBasket([aLine('boot')], { taxCountry: 'IE' }))).toEqual({ kind: 'no_tax_rate', lineId: 'boot', taxClass: 'standard', country: 'IE' });
  });

  it('PRC-16 counts a variant on all of its lines', () => {
    const book = aPriceBook({ books: [aScopedBook('base', { boot: [{ fromMilli: 1, unitMinor: 1000 }, { fromMilli: 10_000, unitMinor: 800 }] })] });
    expect(quoted(aBasket([aLine('boot', 4000, 'a'), aLine('boot', 6000, 'b')]), book).lines.map((line) => line.listUnitMinor)).toEqual([800, 800]);
    expect(quoted(aBasket([aLine('boot', 4000, 'a'), aLine('boot', 5000, 'b')]), book).lines.map((line) => line.listUnitMinor)).toEqual([1000, 1000]);
  });

  it('PRC-1 gives the promotions what is known of the buyer, and the basket their traces', () => {
    const members = aPromotion('m', 1000, { customerGroups: ['members'] });
    const spend = aPromotion('s', 0, { lane: 'basket', conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 20_000, of: 'list' }], reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 2500 } } });
    const book = aPriceBook({ promotions: [members, spend] });
    const walkIn = quoted(aBasket([aLine('boot')]), book);
    expect([walkIn.totalMinor, walkIn.lines[0]?.trace.promotions[0]?.because]).toEqual([10_000, 'other_customer_group']);
    expect(walkIn.promotions).toEqual([{ promotionId: 's', name: 'Promotion s', applied: false, amountMinor: 0, because: 'spend_too_low', have: 10_000, need: 20_000 }]);
    const member = quoted(aBasket([aLine('boot', 2000), aLine('sock')], { buyer: { customerGroups: ['members'] } }), book);
    // 200.00 less 10 % = 180.00, and 5.99; 25.00 shared over 185.99.
    expect([member.listMinor, member.discountMinor, member.totalMinor, member.taxMinor]).toEqual([20_599, 4500, 16_099, 2683]);
    expect(member.lines.map((line) => line.discountMinor)).toEqual([4419, 81]);
  });

  it('PRC-1 a floor stops every promotion', () => {
    const book = aPriceBook({ promotions: [aPromotion('p', 5000)], variants: { boot: { taxClass: 'standard', collectionIds: ['boots'], floorUnitMinor: 8000 } } });
    expect(quoted(aBasket([aLine('boot', 2000)]), book).totalMinor).toBe(16_000);
  });

  it('PRC-20 goes by the clock of the zone', () => {
    const book = aPriceBook({ promotions: [aPromotion('p', 1000, { hours: [{ weekday: 5, fromMinute: 600, toMinute: 660 }] })] });
    const total = (timeZone?: string): number => quoted(aBasket([aLine('boot')], { pricedAt: '2026-11-20T10:30:00.000Z', ...(timeZone === undefined ? {} : { timeZone }) }), book).totalMinor;
    expect([total('Europe/London'), total('Europe/Berlin'), total()]).toEqual([9000, 10_000, 10_000]);
  });
});
