import { driftCause, priceSpread, shelfReason } from './price-parity';
import { aBasket, aPriceBook, aPromotion, aScopedBook } from './testing';

const { lines: _none, ...till } = aBasket([]);
const live = 'GB:12.4';
const old = { book: { version: 'GB:11.4', isKnown: true } };

describe('price parity', () => {
  it('PRC-89 a place drifts where it asks for another price, or sells what the book does not', () => {
    expect(driftCause({ expected: 3800, asked: 4000 }, old, live)).toBe('old_book');
    expect(driftCause({ expected: 3800, asked: null }, old, live)).toBe('old_book');
    expect(driftCause({ expected: null, asked: 4000 }, old, live)).toBe('old_book');
    expect(driftCause({ expected: 3800, asked: 3800 }, old, live)).toBeNull();
    expect(driftCause({ expected: 3800, asked: undefined }, { push: 'failed' }, live)).toBeNull();
  });

  it('PRC-90 the cause is what the place last took, or what became of telling it', () => {
    const apart = { expected: 3800, asked: 4000 };
    expect(driftCause(apart, { book: { version: 'GB:99.1', isKnown: false } }, live)).toBe('unknown_book');
    expect(driftCause(apart, { book: { version: live, isKnown: true } }, live)).toBe('other_price');
    expect((['failed', 'waiting', 'acknowledged'] as const).map((push) => driftCause(apart, { push }, live))).toEqual(['push_failed', 'not_acknowledged', 'other_price']);
    expect(driftCause(apart, {}, live)).toBe('other_price');
  });

  it('PRC-91 a price on purpose names its book and its promotions', () => {
    const book = aPriceBook({ books: [aScopedBook('base', { boot: 4000 }), aScopedBook('soho', { boot: 3500 }, { locationId: 's1' })], promotions: [aPromotion('tenth', 1000, { channelCodes: ['web'] })] });
    expect(shelfReason(till, 'boot', book)).toEqual({ priceMinor: 3500, listUnitMinor: 3500, bookId: 'soho', bookName: 'Book soho', because: 'store_book', promotions: [] });
    expect(shelfReason({ ...till, channelCode: 'web', locationId: null }, 'boot', book)).toMatchObject({ priceMinor: 3600, because: 'market_book', promotions: [{ promotionId: 'tenth', name: 'Promotion tenth', amountMinor: 400 }] });
    expect(shelfReason(till, 'sock', book)).toBeNull();
  });

  it('PRC-92 the spread is of the lowest price', () => {
    expect(priceSpread([4000, null, 3500, 3800])).toEqual({ minMinor: 3500, maxMinor: 4000, spreadBasisPoints: 1429 });
    expect(priceSpread([4000])).toEqual({ minMinor: 4000, maxMinor: 4000, spreadBasisPoints: 0 });
    expect([priceSpread([0, 5])?.spreadBasisPoints, priceSpread([0, 0])?.spreadBasisPoints, priceSpread([null])]).toEqual([null, 0, null]);
  });
});
