import type { ComingPrices, ScopedBook } from './price-book';
import { explainLine } from './explain-line';
import { nextTurn } from './next-turn';
import { quoteBasket } from './quote-basket';
import { resolvePrice } from './resolve-price';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';
import type { BasketInput } from './basket-input';

const midnight = '2026-11-23T00:00:00.000Z';
const before = '2026-11-22T23:59:59.999Z';
const turn = (prices: ComingPrices['prices'], more: Partial<ComingPrices> = {}): ComingPrices => ({ turnId: 't1', from: midnight, prices, ...more });
const base = (more: Partial<ScopedBook> = {}): ScopedBook => aScopedBook('base', { boot: 10_000, sock: 599 }, more);

function quoteAt(books: ScopedBook[], pricedAt: string, more: Partial<BasketInput> = {}) {
  return quoteBasket(aBasket([aLine('boot')], { pricedAt, ...more }), aPriceBook({ books }));
}
/** The unit price of a boot and the book that it is from; why not, where there is none. */
function boot(books: ScopedBook[], pricedAt: string, more: Partial<BasketInput> = {}): unknown {
  const quote = quoteAt(books, pricedAt, more);
  if (!quote.ok) return quote.refusal.kind;
  const [line] = quote.value.lines;
  return [line?.listUnitMinor, line?.trace.candidates[0]?.bookId];
}

describe('prices to come', () => {
  it('PRC-70 take the place of the book\'s own from their moment on, and of nothing else', () => {
    const books = [base({ coming: [turn({ boot: 9000 })] }), aScopedBook('store', { boot: 9500 }, { locationId: 's1' })];
    const web = { locationId: null, channelCode: 'web' };
    expect([boot(books, before, web), boot(books, midnight, web), boot(books, midnight)]).toEqual([[10_000, 'base'], [9000, 'base'], [9500, 'store']]);
    expect(quoteBasket(aBasket([aLine('sock')], { pricedAt: midnight }), aPriceBook({ books }))).toMatchObject({ ok: true, value: { totalMinor: 599 } });
    const quote = quoteAt([base({ coming: [turn({ boot: 9000 })] })], midnight);
    expect(quote.ok && quote.value.lines[0] && explainLine(quote.value.lines[0], 'en', 'GBP')[0]).toBe('£90.00 from “Book base”, the price book of the market.');
  });

  it('PRC-70 stay behind a book that comes before theirs by priority, release or window, as their book does', () => {
    const other = (more: Partial<ScopedBook>) => aScopedBook('other', { boot: 9900 }, more);
    const coming = [turn({ boot: 9000 })];
    const year = { activeFrom: '2026-01-01T00:00:00Z', activeTo: '2027-01-01T00:00:00Z' };
    for (const [own, next] of [[{ coming }, { priority: 5 }], [{ coming }, { release: 2 }], [{ coming, ...year }, { activeFrom: '2026-06-01T00:00:00Z', activeTo: '2026-12-31T00:00:00Z' }]] as const) {
      expect(boot([base(own), other(next)], midnight)).toEqual([9900, 'other']);
    }
  });

  it('PRC-70 of several turns the last that has come counts, with its tiers', () => {
    const books = [base({ coming: [turn({ boot: 9000 }), turn({ boot: [{ fromMilli: 0, unitMinor: 8000 }, { fromMilli: 2000, unitMinor: 7000 }] }, { turnId: 't2', from: '2026-11-24T00:00:00.000Z' })] })];
    expect([boot(books, '2026-11-23T23:59:00.000Z'), boot(books, '2026-11-24T00:00:00.000Z'), boot(books, '2026-11-24T00:00:00.000Z', { lines: [aLine('boot', 2000)] })]).toEqual([[9000, 'base'], [8000, 'base'], [7000, 'base']]);
    expect(resolvePrice(aBasket([], { pricedAt: '2026-11-24T00:00:00.000Z' }), { variantId: 'boot', quantityMilli: 2000 }, aPriceBook({ books }))?.tier).toEqual({ fromMilli: 2000, unitMinor: 7000 });
  });

  it('PRC-70 bring a product into a book that did not have it', () => {
    const books = [aScopedBook('base', { sock: 599 }, { coming: [turn({ boot: 9000 })] })];
    expect([boot(books, before), boot(books, midnight)]).toEqual(['no_price', [9000, 'base']]);
  });

  it('PRC-71 a price that is taken out leaves the book, and the next one counts', () => {
    const store = aScopedBook('store', { boot: 8000 }, { locationId: 's1', coming: [turn({ boot: null })] });
    expect([boot([base(), store], before), boot([base(), store], midnight), boot([store], midnight)]).toEqual([[8000, 'store'], [10_000, 'base'], 'no_price']);
  });

  it('PRC-72 turn at the basket\'s own clock, and without one at the market\'s', () => {
    const books = [base({ coming: [turn({ boot: 9000 }, { from: '2026-11-23T00:00', timeZone: 'Europe/Berlin' })] })];
    const at = (pricedAt: string, timeZone?: string) => boot(books, pricedAt, timeZone === undefined ? {} : { timeZone });
    const half = '2026-11-22T23:30:00.000Z';
    expect([at(half, 'Europe/Berlin'), at(half, 'Europe/London'), at(midnight, 'Europe/London'), at(half), at('2026-11-22T22:59:59.999Z')]).toEqual([[9000, 'base'], [10_000, 'base'], [9000, 'base'], [9000, 'base'], [10_000, 'base']]);
  });

  it('PRC-72 turn once where clocks go back, and at the jump where they go forward', () => {
    const from = (local: string) => [base({ coming: [turn({ boot: 9000 }, { from: local, timeZone: 'UTC' })] })];
    const london = (local: string, pricedAt: string) => boot(from(local), pricedAt, { timeZone: 'Europe/London' });
    // 01:30 is shown at 00:30Z and again at 01:30Z; at 01:15Z clocks show 01:15 for the second time.
    expect(['2026-10-25T00:29:59.999Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z'].map((at) => london('2026-10-25T01:30', at))).toEqual([[10_000, 'base'], [9000, 'base'], [9000, 'base']]);
    expect(['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z'].map((at) => london('2026-03-29T01:30', at))).toEqual([[10_000, 'base'], [9000, 'base']]);
  });

  it('PRC-73 a quote is the same before and after the prices were made the book\'s own', () => {
    const promotions = [aPromotion('p', 1000)];
    const quote = (book: ScopedBook, version: string) => quoteBasket(aBasket([aLine('boot', 3000), aLine('sock')], { pricedAt: midnight }), aPriceBook({ books: [book, aScopedBook('web', { boot: 1 }, { channelCode: 'web' })], promotions, version }));
    const [coming, own] = [quote(base({ coming: [turn({ boot: 9000 })] }), 'GB:2.1'), quote(aScopedBook('base', { boot: 9000, sock: 599 }), 'GB:2.1')];
    expect(coming).toEqual(own);
    expect(coming).toMatchObject({ ok: true, value: { listMinor: 27_599, discountMinor: 2700 } });
  });

  it('PRC-74 the next turn is the first moment at which anything may cost something else', () => {
    const book = aPriceBook({ books: [base({ coming: [turn({ boot: 1 }, { from: '2026-11-23T00:00', timeZone: 'UTC' })] }), aScopedBook('later', {}, { activeFrom: '2026-11-25T00:00:00Z', activeTo: null })], promotions: [aPromotion('p', 1000)] });
    const next = (at: string, timeZone?: string) => nextTurn(book, { at, timeZone });
    expect([next(before, 'Europe/Berlin'), next('2026-11-22T10:00:00Z', 'Europe/Berlin'), next('2026-11-22T10:00:00Z')]).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-22T23:00:00.000Z', midnight]);
    expect([next(midnight), next('2026-11-26T00:00:00Z'), next('2026-12-01T00:00:00Z')]).toEqual(['2026-11-25T00:00:00.000Z', '2026-12-01T00:00:00.000Z', null]);
  });
});
