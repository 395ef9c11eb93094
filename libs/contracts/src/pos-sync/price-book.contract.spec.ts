import type { ComingPrices, PriceBook, PriceBookDelta, PriceTier, ScopedBook, TaxRate, VariantFacts } from '@oneshelf/domain-pricing';
import { PriceBookAnswer, type PriceBookDeltaAnswer } from './price-book.contract';

type Tier = Extract<PriceBookAnswer['books'][number]['prices'][string], readonly unknown[]>[number];
/** What the contract leaves out would be lost on the way to the till, and the till would quote otherwise than the server. */
type Lost =
  | Exclude<keyof PriceBook, keyof PriceBookAnswer>
  | Exclude<keyof NonNullable<PriceBookDelta['frame']>, keyof NonNullable<PriceBookDeltaAnswer['frame']>>
  | Exclude<keyof ScopedBook, keyof PriceBookAnswer['books'][number]>
  | Exclude<keyof ComingPrices, keyof NonNullable<PriceBookAnswer['books'][number]['coming']>[number]>
  | Exclude<keyof PriceBookDelta, keyof PriceBookDeltaAnswer>
  | Exclude<keyof PriceBookDelta['books'][number], keyof PriceBookDeltaAnswer['books'][number]>
  | Exclude<keyof PriceTier, keyof Tier>
  | Exclude<keyof TaxRate, keyof PriceBookAnswer['taxRates'][number]>
  | Exclude<keyof VariantFacts, keyof PriceBookAnswer['variants'][string]>;
const nothingLost: [Lost] extends [never] ? true : Lost = true;

it('carries everything that the engine may find in a book to the till', () => {
  expect(nothingLost).toBe(true);
  const book = { bookId: '019b76da-a800-732e-b405-3a014d31c0ec', name: 'Staff sale', channelCode: null, locationId: null, alsoCustomerGroups: ['STAFF'], isReduction: true, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: { boot: [{ fromMilli: 1000, toMilli: 5000, unitMinor: 900 }] }, coming: [{ turnId: '019b76da-a800-732e-b405-3a014d31c0ed', from: '2026-11-23T00:00', timeZone: 'Europe/London', prices: { boot: null } }] };
  const whole = { version: 'GB:1.1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, books: [book], promotions: [], lanes: { item: 'stacking', basket: 'best_deal', shipping: 'best_deal' }, taxRates: [], variants: { boot: { taxClass: 'standard', collectionIds: [], attributes: { colour: 'red' }, floorUnitMinor: 500 } } };
  expect(PriceBookAnswer.parse(whole)).toEqual(whole);
});
