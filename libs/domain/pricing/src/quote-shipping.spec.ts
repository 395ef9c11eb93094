import { quoteBasket } from './quote-basket';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

const half = aPromotion('half', 0, { lane: 'shipping', reward: { kind: 'shipping', discount: { percentBasisPoints: 5000 } } });
const charge = { chargeId: 'boot', methodId: 'standard', amountMinor: 495, taxClass: 'standard' };

describe('shipping', () => {
  it('PRC-41 is reduced by its lane, taxed by its class and counted in the sums', () => {
    const quote = quoteBasket(aBasket([aLine('boot')], { shipping: [charge] }), aPriceBook({ promotions: [half] }));
    expect(quote).toMatchObject({
      ok: true,
      value: {
        listMinor: 10_495, discountMinor: 248, totalMinor: 10_247, taxMinor: 1708,
        shipping: [{ chargeId: 'boot', listMinor: 495, discountMinor: 248, totalMinor: 247, taxMinor: 41, promotions: [{ promotionId: 'half', amountMinor: 248, because: 'best_deal' }] }],
        taxes: [{ grossMinor: 10_247, taxMinor: 1708 }], discounts: [{ promotionId: 'half', amountMinor: 248 }],
      },
    });
  });

  it('PRC-41 gets its tax on top where prices are without it', () => {
    const quote = quoteBasket(aBasket([aLine('boot')], { shipping: [charge] }), aPriceBook({ taxInclusive: false, promotions: [half] }));
    expect(quote).toMatchObject({ ok: true, value: { totalMinor: 12_296, shipping: [{ totalMinor: 296, taxMinor: 49 }] } });
  });

  it('PRC-41 is refused without a rate, and absent where nothing is shipped', () => {
    expect(quoteBasket(aBasket([aLine('boot')], { shipping: [{ ...charge, taxClass: 'air' }] }), aPriceBook())).toEqual({ ok: false, refusal: { kind: 'no_tax_rate', lineId: 'shipping:boot#1', taxClass: 'air', country: 'GB' } });
    const quote = quoteBasket(aBasket([aLine('boot')]), aPriceBook({ promotions: [half] }));
    expect(quote.ok && 'shipping' in quote.value).toBe(false);
  });
});
