import * as fc from 'fast-check';
import type { BasketInput } from './basket-input';
import { shelfPrice, shelfQuote } from './shelf-price';
import { shelfPrices } from './shelf-prices';
import { aBasket, aPriceBook, aPromotion, aScopedBook } from './testing';

const { lines: _none, ...till } = aBasket([]);
const variantIds = ['boot', 'sock', 'hat', 'unknown'];
const variants = { boot: { taxClass: 'standard', collectionIds: ['boots'] }, sock: { taxClass: 'standard', collectionIds: [], productId: 'socks' }, hat: { taxClass: 'untaxed', collectionIds: ['boots', 'hats'] } };

const scoped = fc.record({
  prices: fc.dictionary(fc.constantFrom('boot', 'sock', 'hat'), fc.nat(5000)),
  locationId: fc.constantFrom(null, 's1', 's2'), channelCode: fc.constantFrom(null, 'till', 'web'), isEvent: fc.boolean(), isReduction: fc.boolean(), priority: fc.nat(1), release: fc.nat(1), alsoCustomerGroups: fc.subarray(['members', 'staff']),
});
const promotion = fc.record({
  percent: fc.nat(9000), collectionId: fc.constantFrom('boots', 'hats'), channelCodes: fc.subarray(['till', 'web']), customerGroups: fc.subarray(['members']), exclusive: fc.boolean(), onlyFullPrice: fc.boolean(), onAll: fc.boolean(),
  hours: fc.constantFrom([], [{ weekday: 5, fromMinute: 540, toMinute: 660 }]),
});
const context = fc.record({ locationId: fc.constantFrom(null, 's1', 's2'), channelCode: fc.constantFrom('till', 'web'), timeZone: fc.constantFrom('Europe/London', 'Europe/Berlin'), buyer: fc.record({ customerGroups: fc.subarray(['members', 'staff']) }) });

describe('shelf prices of many', () => {
  it('PRC-106 PRC-88 are those that each variant has by itself', () => {
    fc.assert(
      fc.property(fc.array(scoped, { maxLength: 8 }), fc.array(promotion, { maxLength: 5 }), fc.record({ contexts: fc.array(context, { minLength: 1, maxLength: 6 }), taxInclusive: fc.boolean() }), (books, promotions, { contexts, taxInclusive }) => {
        const book = aPriceBook({
          taxInclusive, variants,
          books: books.map(({ prices, ...more }, position) => aScopedBook(`b${position}`, prices, more)),
          promotions: promotions.map(({ percent, collectionId, onAll, onlyFullPrice, hours, ...more }, index) => aPromotion(`p${index}`, percent, {
            ...more, hours: [...hours], reward: { kind: 'lines', per: 'unit', on: { ...(onAll ? {} : { collectionIds: [collectionId] }), onlyFullPrice }, discount: { percentBasisPoints: percent } },
          })),
        });
        const all: Omit<BasketInput, 'lines'>[] = contexts.map((where) => ({ ...till, ...where }));
        const many = shelfPrices(all, variantIds, book);
        all.forEach((where, at) => {
          const alone = variantIds.map((variantId) => shelfPrice(where, variantId, book));
          expect(alone.map((price) => price && price.priceMinor)).toEqual(variantIds.map((variantId) => shelfQuote(where, variantId, book)?.totalMinor ?? null));
          expect(many[at]?.map((price) => price && { priceMinor: price.priceMinor, listMinor: price.listMinor })).toEqual(alone);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('PRC-88 each is named with its book, and nothing is for sale in another currency', () => {
    const book = aPriceBook({ books: [aScopedBook('base', { boot: 10_000 }), aScopedBook('soho', { boot: 9_000 }, { locationId: 's1' })], promotions: [aPromotion('tenth', 1000, { channelCodes: ['till'] })] });
    const [soho, leeds, web] = shelfPrices([till, { ...till, locationId: 's2' }, { ...till, locationId: null, channelCode: 'web' }], ['boot'], book);
    expect([soho, leeds, web]).toEqual([[{ priceMinor: 8_100, listMinor: 9_000, bookId: 'soho' }], [{ priceMinor: 9_000, listMinor: 10_000, bookId: 'base' }], [{ priceMinor: 10_000, listMinor: 10_000, bookId: 'base' }]]);
    expect(shelfPrices([{ ...till, currency: 'EUR' }], ['boot'], book)).toEqual([[null]]);
  });
});
