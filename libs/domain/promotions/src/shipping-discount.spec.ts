import { applyPromotions } from './apply-promotions';
import type { LaneModes, ShippingReward } from './promotion';
import { aBasket, aLine, aPromotion } from './testing';

const stacking: LaneModes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' };
const twoParcels = aBasket([aLine('1', 1000)], { shipping: [{ chargeId: 'b', methodId: 'express', amountMinor: 100 }, { chargeId: 'a', methodId: 'standard', amountMinor: 500 }] });
const charges = (...rewards: Omit<ShippingReward, 'kind'>[]): Record<string, number> =>
  Object.fromEntries(applyPromotions(twoParcels, rewards.map((reward, index) => aPromotion(`p${index}`, { kind: 'shipping', ...reward }, { priority: -index })), stacking).discountMinorByCharge);

describe('shippingDiscount', () => {
  it('PRM-18 [L-35] takes a discount off all charges together, shared by what they cost', () => {
    expect(charges({ discount: { amountOffMinor: 200 } })).toEqual({ a: 167, b: 33 });
    expect(charges({ discount: { amountOffMinor: 200 }, per: 'all', methodIds: ['express'] })).toEqual({ b: 100 });
    expect(charges({ discount: { percentBasisPoints: 10_000 } })).toEqual({ a: 500, b: 100 });
  });

  it('PRM-18 takes a discount off each charge', () => {
    expect(charges({ discount: { amountOffMinor: 200 }, per: 'charge' })).toEqual({ a: 200, b: 100 });
    expect(charges({ discount: { percentBasisPoints: 1000 }, per: 'charge' }, { discount: { percentBasisPoints: 1000 }, per: 'charge' })).toEqual({ a: 95, b: 19 });
  });

  it('PRM-18 says of each charge what reduced it, in the order in which it did', () => {
    const promotions = [aPromotion('half', { kind: 'shipping', discount: { percentBasisPoints: 5000 } }), aPromotion('first', { kind: 'shipping', discount: { amountOffMinor: 60 }, methodIds: ['express'] }, { priority: 1 })];
    const { traceByCharge, shippingDiscountMinor } = applyPromotions(twoParcels, promotions, stacking);
    expect(traceByCharge.get('b')?.map(({ promotionId, amountMinor, because }) => [promotionId, amountMinor, because])).toEqual([['first', 60, 'stacked'], ['half', 20, 'stacked']]);
    expect(shippingDiscountMinor).toBe(330);
    expect(applyPromotions(aBasket([aLine('1', 1000)]), promotions, stacking).traceByCharge.size).toBe(0);
  });
});
