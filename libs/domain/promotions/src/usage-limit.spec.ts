import { applyPromotions } from './apply-promotions';
import type { PromotionOutcome } from './promotion-outcome';
import type { Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import type { PromotionUsage } from './promotion-usage';
import { aBasket, aLine, aPromotion, percentOff } from './testing';

const used = (promotionId: string, more: Partial<PromotionUsage> = {}): PromotionUsage => ({ promotionId, uses: 0, spentMinor: 0, ...more });
const verdict = (promotion: Promotion, more: Partial<PromotionBasket>): [string, number] => {
  const { traceByLine, discounts } = applyPromotions(aBasket([aLine('1', 5000)], more), [promotion]);
  return [traceByLine.get('1')?.[0]?.because ?? 'hidden', discounts[0]?.amountMinor ?? 0];
};
const taken = ({ discounts }: PromotionOutcome): Record<string, number> => Object.fromEntries(discounts.map(({ promotionId, amountMinor }) => [promotionId, amountMinor]));

describe('limits of a promotion', () => {
  it('PRM-30 is out when all uses are gone, or this customer\'s', () => {
    const tenTimes = aPromotion('p', percentOff(1000), { limits: { uses: 10 } });
    expect(verdict(tenTimes, { usage: [used('p', { uses: 9 })] })).toEqual(['best_deal', 500]);
    expect(verdict(tenTimes, { usage: [used('p', { uses: 10 })] })).toEqual(['usage_limit_reached', 0]);
    expect(verdict(tenTimes, { usage: [used('q', { uses: 10 })] })).toEqual(['best_deal', 500]);
    const onceEach = aPromotion('p', percentOff(1000), { limits: { usesPerCustomer: 1 } });
    expect(verdict(onceEach, { usage: [used('p', { uses: 7, usesOfCustomer: 0 })] })).toEqual(['best_deal', 500]);
    expect(verdict(onceEach, { usage: [used('p', { uses: 7, usesOfCustomer: 1 })] })).toEqual(['usage_limit_reached', 0]);
    expect(verdict(onceEach, { usage: [used('p', { uses: 7 })] })).toEqual(['best_deal', 500]);
  });

  it('PRM-30 a caller that knows no use finds it open', () => {
    expect(verdict(aPromotion('p', percentOff(1000), { limits: { uses: 1, usesPerCustomer: 1, budgetMinor: 1 } }), {})).toEqual(['best_deal', 500]);
  });

  it('PRM-31 never takes more than what is left of the budget: one that would is out, whole, and the next best deal applies', () => {
    const budget = aPromotion('p', percentOff(1000), { limits: { budgetMinor: 5000 } });
    expect(verdict(budget, { usage: [used('p', { spentMinor: 4500 })] })).toEqual(['best_deal', 500]);
    expect(verdict(budget, { usage: [used('p', { spentMinor: 4501 })] })).toEqual(['budget_spent', 0]);
    expect(verdict(budget, { usage: [used('p', { spentMinor: 5000 })] })).toEqual(['budget_spent', 0]);
    const other = aPromotion('q', percentOff(500));
    const outcome = applyPromotions(aBasket([aLine('1', 5000)], { usage: [used('p', { spentMinor: 4600 })] }), [budget, other]);
    expect(taken(outcome)).toEqual({ q: 250 });
    expect(outcome.traceByLine.get('1')?.map(({ because }) => because)).toEqual(['best_deal', 'budget_spent']);
  });

  it('PRM-31 asks again until every budget holds', () => {
    const modes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' } as const;
    // Without p, q takes 10 % of 50.00 instead of 45.00, and that is too much as well.
    const promotions = [aPromotion('p', percentOff(1000), { priority: 2, limits: { budgetMinor: 499 } }), aPromotion('q', percentOff(1000), { priority: 1, limits: { budgetMinor: 450 } })];
    expect(taken(applyPromotions(aBasket([aLine('1', 5000)], { usage: [used('q')] }), promotions, modes))).toEqual({ p: 500, q: 450 });
    expect(taken(applyPromotions(aBasket([aLine('1', 5000)], { usage: [used('p'), used('q')] }), promotions, modes))).toEqual({});
  });

  it('PRM-32 a code counts until it is used up; of several the first by name that is left opens the promotion', () => {
    const codes = aPromotion('p', percentOff(1000), { coupon: { codes: ['ONE', 'TWO'] }, limits: { usesPerCode: 3 } });
    const buyer = { coupons: [{ code: 'o-ne' }] };
    expect(verdict(codes, { buyer, usage: [used('p', { usesByCode: { ONE: 2 } })] })).toEqual(['best_deal', 500]);
    expect(verdict(codes, { buyer, usage: [used('p', { usesByCode: { ONE: 3 } })] })).toEqual(['code_used', 0]);
    expect(verdict(codes, { buyer: { coupons: [{ code: 'ONE' }, { code: 'two' }] }, usage: [used('p', { usesByCode: { ONE: 3 } })] })).toEqual(['best_deal', 500]);
    const single = aPromotion('p', percentOff(1000), { coupon: { codes: [] } });
    expect(verdict(single, { buyer: { coupons: [{ code: 'XY', promotionId: 'p' }] } })).toEqual(['best_deal', 500]);
    expect(verdict(single, { buyer: { coupons: [{ code: 'XY', promotionId: 'p', isUsed: true }] } })).toEqual(['code_used', 0]);
    expect(verdict(single, { buyer: { coupons: [{ code: 'XY' }] } })).toEqual(['hidden', 0]);
  });
});
