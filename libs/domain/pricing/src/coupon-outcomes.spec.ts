import { couponOutcomes } from './coupon-outcomes';
import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

it('PRC-19 says of each code whether it took something off', () => {
  const book = aPriceBook({ promotions: [aPromotion('p', 1000, { coupon: { codes: ['WINTER'] } }), aPromotion('q', 500, { coupon: { codes: ['LESS'] } }), aPromotion('r', 500, { coupon: { codes: ['TENTS'] }, collectionId: 'tents' })] });
  const codes = ['win-ter', 'less', 'tents', 'nothing'];
  const quote = quoteBasket(aBasket([aLine('boot')], { buyer: { coupons: codes.map((code) => ({ code })) } }), book);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  expect(couponOutcomes(codes, quote.value, book)).toEqual([
    { code: 'win-ter', outcome: 'applied' }, { code: 'less', outcome: 'not_applied' }, { code: 'tents', outcome: 'not_applied' }, { code: 'nothing', outcome: 'unknown' },
  ]);
});
