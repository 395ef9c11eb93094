import * as fc from 'fast-check';
import { quoteBasket } from './quote-basket';
import { shippingByRate } from './shipping-by-rate';
import { aBasket, aLine, aPriceBook, aPromotion, aScopedBook } from './testing';

const book = aPriceBook({
  books: [aScopedBook('base', { boot: 6000, book: 4000, free: 1000 })],
  promotions: [aPromotion('half', 0, { lane: 'shipping', reward: { kind: 'shipping', discount: { percentBasisPoints: 5000 } } })],
  taxRates: [['standard', 1900], ['reduced', 700], ['zero', 0]].map(([taxClass, rate]) => ({ country: 'GB', taxClass: String(taxClass), name: 'VAT', rateBasisPoints: Number(rate), validFrom: '2011-01-04T00:00:00Z', validTo: null })),
  variants: { boot: { taxClass: 'standard', collectionIds: [] }, book: { taxClass: 'reduced', collectionIds: [] }, free: { taxClass: 'zero', collectionIds: [] } },
});
const quoted = (variantIds: string[], amountMinor: number, inclusive = true) => {
  const result = quoteBasket(aBasket(variantIds.map((id, index) => aLine(id, 1000, `l${index}`)), { shipping: [{ chargeId: 'parcel', methodId: 'standard', amountMinor }] }), { ...book, taxInclusive: inclusive });
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};
const sum = <Item>(items: readonly Item[], amount: (item: Item) => number): number => items.reduce((total, item) => total + amount(item), 0);

describe('shippingByRate', () => {
  it('PRC-85 is what each rate holds beyond its goods, with its part of the discount', () => {
    // 10.00 less 5.00: 3.00 with the boots at 19 %, 2.00 with the book at 7 %.
    expect(shippingByRate(quoted(['boot', 'book'], 1000))).toEqual([
      { taxRateBasisPoints: 1900, totalMinor: 300, taxMinor: 48, discountMinor: 300 }, { taxRateBasisPoints: 700, totalMinor: 200, taxMinor: 13, discountMinor: 200 },
    ]);
  });

  it('PRC-85 sums to the shipping whatever was bought', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('boot', 'book', 'free'), { minLength: 1, maxLength: 5 }), fc.nat(3000), fc.boolean(), (ids, amountMinor, inclusive) => {
      const quote = quoted(ids, amountMinor, inclusive);
      const shares = shippingByRate(quote);
      for (const part of ['totalMinor', 'taxMinor', 'discountMinor'] as const) expect(sum(shares, (share) => share[part])).toBe(sum(quote.shipping ?? [], (charge) => charge[part]));
      expect(shares.every((share) => share.totalMinor >= share.taxMinor && share.taxMinor >= 0 && share.discountMinor >= 0)).toBe(true);
    }));
  });

  it('PRC-85 has nothing of a quote without shipping, and one share where several taxes fall on a line', () => {
    const plain = quoteBasket(aBasket([aLine('boot')]), book);
    expect(plain.ok && shippingByRate(plain.value)).toEqual([]);
    const layered = { ...book, taxInclusive: false, taxRates: [...book.taxRates, { country: 'GB', taxClass: 'standard', name: 'City', rateBasisPoints: 100, validFrom: '2011-01-04T00:00:00Z', validTo: null, layer: 'city' }] };
    const both = quoteBasket(aBasket([aLine('boot')], { shipping: [{ chargeId: 'p', methodId: 'standard', amountMinor: 1000 }] }), layered);
    expect(both.ok && shippingByRate(both.value)).toEqual([{ taxRateBasisPoints: 2000, totalMinor: 600, taxMinor: 100, discountMinor: 500 }]);
  });
});
