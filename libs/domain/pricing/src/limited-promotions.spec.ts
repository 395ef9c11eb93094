import { limitedPromotions } from './limited-promotions';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

it('PRC-60 finds the promotions of a book whose use is counted, once', () => {
  const book = aPriceBook({ promotions: [aPromotion('p', 1000), aPromotion('q', 1000, { limits: { uses: 1 } }), aPromotion('r', 1000, { coupon: { codes: [] } })] });
  expect(limitedPromotions(book).map(({ promotionId }) => promotionId)).toEqual(['q', 'r']);
  expect(limitedPromotions(book)).toBe(limitedPromotions(book));
});

it('PRC-60 quotes by what is said to be used, and without it as if nothing were', () => {
  const book = aPriceBook({ promotions: [aPromotion('p', 1000, { limits: { uses: 10 } })] });
  const totals = [undefined, 9, 10].map((uses) => {
    const quote = quoteBasket(aBasket([aLine('boot')], uses === undefined ? {} : { promotionUsage: [{ promotionId: 'p', uses, spentMinor: 0 }] }), book);
    return quote.ok && quote.value.totalMinor;
  });
  expect(totals).toEqual([9000, 9000, 10_000]);
});
