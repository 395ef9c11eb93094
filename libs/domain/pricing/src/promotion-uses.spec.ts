import { promotionUses } from './promotion-uses';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

it('PRC-61 counts one use of each limited promotion that took something off, with its code', () => {
  const book = aPriceBook({
    promotions: [
      aPromotion('p', 1000, { limits: { uses: 10 } }), aPromotion('q', 500, { collectionId: 'socks', limits: { uses: 10 } }),
      { ...aPromotion('r', 0, { coupon: { codes: [] } }), lane: 'basket', reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 700 } } },
    ],
  });
  const basket = aBasket([aLine('boot', 1000, 'a'), aLine('boot', 1000, 'b')], { buyer: { coupons: [{ code: 'ab-2', promotionId: 'r' }, { code: 'AB-1', promotionId: 'r', isUsed: true }] } });
  const quote = quoteBasket(basket, book);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  expect(promotionUses(quote.value, basket, book)).toEqual([
    { promotionId: 'p', name: 'Promotion p', limits: { uses: 10 }, amountMinor: 2000, code: null, isSingleUse: false },
    { promotionId: 'r', name: 'Promotion r', limits: {}, amountMinor: 700, code: 'AB2', isSingleUse: true },
  ]);
});
