import type { BasketInput, BasketLine } from './basket-input';
import type { Promotion } from '@oneshelf/domain-promotions';
import type { PriceBook, ScopedBook } from './price-book';

/** A scoped book of the market, open-ended, with the given prices. */
export const aScopedBook = (bookId: string, prices: ScopedBook['prices'], more: Partial<ScopedBook> = {}): ScopedBook => ({
  bookId, name: `Book ${bookId}`, channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, ...more, prices,
});

/** Percent off a collection in November 2026. */
export const aPromotion = (promotionId: string, percentBasisPoints: number, { collectionId = 'boots', ...more }: Partial<Promotion> & { collectionId?: string } = {}): Promotion => ({
  promotionId, name: `Promotion ${promotionId}`, lane: 'item', priority: 0, startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z', channelCodes: [], conditions: [],
  reward: { kind: 'lines', per: 'unit', on: { collectionIds: [collectionId] }, discount: { percentBasisPoints } }, ...more,
});

/** GB, pounds, tax included at 20 %: boot 100.00 and sock 5.99 in one market book; the boot is in collection boots. */
export const aPriceBook = (more: Partial<PriceBook> = {}): PriceBook => ({
  version: 'GB:1', marketCode: 'GB', currency: 'GBP', taxInclusive: true,
  books: [aScopedBook('base', { boot: 10_000, sock: 599 })], promotions: [],
  taxRates: [{ country: 'GB', taxClass: 'standard', name: 'VAT', rateBasisPoints: 2000, validFrom: '2011-01-04T00:00:00Z', validTo: null }],
  variants: { boot: { taxClass: 'standard', collectionIds: ['boots'] }, sock: { taxClass: 'standard', collectionIds: [] } },
  ...more,
});

export const aLine = (variantId: string, quantityMilli = 1000, lineId = variantId): BasketLine => ({ lineId, variantId, quantityMilli });

/** A sale at the till of store s1 on 20 November 2026. */
export const aBasket = (lines: BasketLine[], more: Partial<BasketInput> = {}): BasketInput => ({
  marketCode: 'GB', channelCode: 'till', locationId: 's1', currency: 'GBP', pricedAt: '2026-11-20T10:00:00.000Z', taxCountry: 'GB', lines, ...more,
});
