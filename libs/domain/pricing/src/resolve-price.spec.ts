import { resolvePrice } from './resolve-price';
import { shelfPrice } from './shelf-price';
import { aBasket, aPriceBook, aScopedBook } from './testing';

const { lines: _none, ...context } = aBasket([]);
const base = aScopedBook('base', { boot: [{ fromMilli: 1000, unitMinor: 400 }, { fromMilli: 10_000, unitMinor: 350 }] });
const sale = aScopedBook('sale', { boot: 300 }, { isEvent: true, isReduction: true });
const resolve = (books: (typeof base)[], quantityMilli = 1000) => resolvePrice(context, { variantId: 'boot', quantityMilli }, aPriceBook({ books }));

it('PRC-22 says what is asked, and what is asked without the sale', () => {
  expect(resolve([base, sale])).toEqual({ bookId: 'sale', unitMinor: 300, full: { bookId: 'base', unitMinor: 400 }, tier: null });
  expect(resolve([base, sale], 10_000)?.full?.unitMinor).toBe(350);
  expect(resolve([base], 10_000)).toEqual({ bookId: 'base', unitMinor: 350, full: { bookId: 'base', unitMinor: 350 }, tier: { fromMilli: 10_000, unitMinor: 350 } });
  expect(resolve([sale])).toEqual({ bookId: 'sale', unitMinor: 300, full: null, tier: null });
  expect([resolve([]), resolve([base], 500), resolvePrice({ ...context, currency: 'EUR' }, { variantId: 'boot', quantityMilli: 1000 }, aPriceBook())]).toEqual([null, null, null]);
});

it('PRC-22 the shelf shows the price before the sale as well', () => {
  expect(shelfPrice(context, 'boot', aPriceBook({ books: [base, sale] }))).toEqual({ priceMinor: 300, listMinor: 400 });
  expect(shelfPrice(context, 'boot', aPriceBook({ books: [sale] }))).toEqual({ priceMinor: 300, listMinor: 300 });
});
