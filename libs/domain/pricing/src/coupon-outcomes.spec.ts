import { couponOutcomes } from './coupon-outcomes';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

it('PRC-19 says of each code whether it took something off', () => {
  const book = aPriceBook({ promotions: [aPromotion('p', 1000, { coupon: { codes: ['WINTER'] } }), aPromotion('q', 500, { coupon: { codes: ['LESS'] } }), aPromotion('r', 500, { coupon: { codes: ['TENTS'] }, collectionId: 'tents' })] });
  const codes = ['win-ter', 'less', 'tents', 'nothing'];
  const quote = quoteBasket(aBasket([aLine('boot')], { buyer: { coupons: codes.map((code) => ({ code })) } }), book);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  expect(couponOutcomes(codes.map((code) => ({ code })), quote.value, book)).toEqual([
    { code: 'win-ter', outcome: 'applied' }, { code: 'less', outcome: 'not_applied' }, { code: 'tents', outcome: 'not_applied' }, { code: 'nothing', outcome: 'unknown' },
  ]);
});

it('PRC-19 says of a code that it, or its promotion, is used up', () => {
  const book = aPriceBook({ promotions: [aPromotion('p', 1000, { coupon: { codes: [] } }), aPromotion('q', 500, { coupon: { codes: ['TEN'] }, limits: { uses: 10 } }), aPromotion('r', 100, { coupon: { codes: ['CHEAP'] }, limits: { budgetMinor: 99 } })] });
  const coupons = [{ code: 'AB-1', promotionId: 'p', isUsed: true }, { code: 'TEN' }, { code: 'CHEAP' }, { code: 'GONE', promotionId: 'ended' }];
  const promotionUsage = [{ promotionId: 'q', uses: 10, spentMinor: 0 }, { promotionId: 'r', uses: 0, spentMinor: 0 }];
  const quote = quoteBasket(aBasket([aLine('boot')], { buyer: { coupons }, promotionUsage }), book);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  expect(quote.value.discountMinor).toBe(0);
  expect(couponOutcomes(coupons, quote.value, book)).toEqual([
    { code: 'AB-1', outcome: 'used_up' }, { code: 'TEN', outcome: 'used_up' }, { code: 'CHEAP', outcome: 'used_up' }, { code: 'GONE', outcome: 'unknown' },
  ]);
});
