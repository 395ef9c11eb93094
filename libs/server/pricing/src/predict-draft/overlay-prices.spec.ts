import type { PriceBook } from '@oneshelf/domain-pricing';
import { lowersAny, overlayPrices } from './overlay-prices';

const scoped = (bookId: string, prices: PriceBook['books'][number]['prices']) => ({ bookId, name: bookId, channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 4, prices });
const book: PriceBook = { version: 'GB:4.1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, books: [scoped('list', { boot: 9000, sock: [{ fromMilli: 0, unitMinor: 600 }, { fromMilli: 6000, unitMinor: 500 }] }), scoped('web', {})], promotions: [], taxRates: [], variants: {} };
const move = (bookId: string, variantId: string, amountMinor: number | null, fromMilli = 0) => ({ bookId, variantId, amountMinor, fromMilli });

it('lays prices over the book that they are of, which is of the next release then, and changes nothing else', () => {
  const moved = overlayPrices(book, [move('list', 'boot', 9500), move('list', 'sock', 550), move('list', 'tent', 100, 2000)]);
  expect(moved.books.map(({ release, prices }) => [release, prices])).toEqual([
    [5, { boot: 9500, sock: [{ fromMilli: 0, unitMinor: 550 }, { fromMilli: 6000, unitMinor: 500 }], tent: [{ fromMilli: 2000, unitMinor: 100 }] }],
    [4, {}],
  ]);
  expect(book.books[0]?.prices).toEqual({ boot: 9000, sock: [{ fromMilli: 0, unitMinor: 600 }, { fromMilli: 6000, unitMinor: 500 }] });
});

it('takes prices out, a tier or the last one', () => {
  expect(overlayPrices(book, [move('list', 'boot', null), move('list', 'sock', null, 6000)]).books[0]?.prices).toEqual({ sock: 600 });
});

it('says whether any price falls, is gone, or is new', () => {
  expect([lowersAny(book, [move('list', 'boot', 9000)]), lowersAny(book, [move('list', 'boot', 9001)]), lowersAny(book, [])]).toEqual([false, false, false]);
  expect([lowersAny(book, [move('list', 'boot', 8999)]), lowersAny(book, [move('list', 'sock', null, 6000)]), lowersAny(book, [move('web', 'boot', 20_000)])]).toEqual([true, true, true]);
});
