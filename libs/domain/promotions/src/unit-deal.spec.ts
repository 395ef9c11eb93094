import { applyPromotions } from './apply-promotions';
import type { Reward } from './promotion';
import type { PromotableLine } from './promotion-basket';
import { aBasket, aLine, aPromotion, percentOff } from './testing';

const off = (reward: Reward, lines: PromotableLine[]): Record<string, number> => Object.fromEntries(applyPromotions(aBasket(lines), [aPromotion('p', reward)]).discountMinorByLine);
const free = { percentBasisPoints: 10_000 };
const three = [aLine('a', 3000), aLine('b', 2000), aLine('c', 1000)];

describe('unitDeal', () => {
  it('PRM-10 buys some and gets the cheapest or the dearest for less', () => {
    const buyTwo = (which: 'cheapest' | 'dearest'): Reward => ({ kind: 'buy_get', buy: { on: {}, quantity: 2 }, get: { on: {}, quantity: 1, discount: free, which } });
    expect(off(buyTwo('cheapest'), three)).toEqual({ c: 1000 });
    expect(off(buyTwo('dearest'), three)).toEqual({ a: 3000 });
    expect(off(buyTwo('cheapest'), three.slice(0, 2))).toEqual({});
    expect(off(buyTwo('cheapest'), [aLine('a', 3000, { units: 5 }), aLine('b', 1000)])).toEqual({ a: 3000, b: 1000 });
    expect(off({ ...buyTwo('cheapest'), maxTimes: 1 } as Reward, [aLine('a', 3000, { units: 9 })])).toEqual({ a: 3000 });
  });

  it('PRM-10 gets from other lines than it buys, and never uses a unit twice', () => {
    const socks: Reward = { kind: 'buy_get', buy: { on: { variantIds: ['boot'] }, quantity: 1 }, get: { on: { variantIds: ['sock'] }, quantity: 2, discount: { percentBasisPoints: 5000 }, which: 'cheapest' } };
    expect(off(socks, [aLine('boot', 10_000), aLine('sock', 500, { units: 5 })])).toEqual({ sock: 500 });
    expect(off(socks, [aLine('boot', 10_000, { units: 2 }), aLine('sock', 500, { units: 5 })])).toEqual({ sock: 1000 });
    expect(off(socks, [aLine('sock', 500, { units: 5 })])).toEqual({});
    // The boot may be bought or got; got, it would leave nothing to buy.
    const either: Reward = { kind: 'buy_get', buy: { on: { variantIds: ['boot'] }, quantity: 1 }, get: { on: {}, quantity: 1, discount: free, which: 'dearest' } };
    expect(off(either, [aLine('boot', 10_000), aLine('sock', 500)])).toEqual({ sock: 500 });
    expect(off(either, [aLine('boot', 10_000)])).toEqual({});
  });

  it('PRM-10 reduces every full set where nothing is to be bought', () => {
    const pairs: Reward = { kind: 'buy_get', buy: { on: {}, quantity: 0 }, get: { on: {}, quantity: 2, discount: { amountOffMinor: 500 }, which: 'dearest' } };
    expect(off(pairs, [aLine('a', 1000, { units: 5 })])).toEqual({ a: 2000 });
    expect(off(pairs, [aLine('a', 1000)])).toEqual({});
  });

  it('PRM-10 bundles at a price, shared over all of its units', () => {
    const twoFor40: Reward = { kind: 'bundle', parts: [{ on: {}, quantity: 2 }], priceMinor: 4000 };
    expect(off(twoFor40, [aLine('a', 3000), aLine('b', 2500), aLine('c', 500)])).toEqual({ a: 818, b: 682 });
    expect(off(twoFor40, [aLine('a', 3000, { units: 2 }), aLine('b', 2500, { units: 2 })])).toEqual({ a: 1636, b: 1364 });
    expect(off(twoFor40, [aLine('a', 2000), aLine('b', 1000)])).toEqual({});
    const outfit: Reward = { kind: 'bundle', parts: [{ on: { variantIds: ['coat'] }, quantity: 1 }, { on: { variantIds: ['hat'] }, quantity: 2 }], priceMinor: 10_000 };
    expect(off(outfit, [aLine('coat', 9000), aLine('hat', 1500, { units: 3 })])).toEqual({ coat: 1500, hat: 500 });
    expect(off(outfit, [aLine('coat', 9000), aLine('hat', 1500)])).toEqual({});
  });

  it('PRM-10 leaves quantities that are not whole alone, and stops at the floor', () => {
    const half: Reward = { kind: 'buy_get', buy: { on: {}, quantity: 1 }, get: { on: {}, quantity: 1, discount: free, which: 'cheapest' } };
    expect(off(half, [aLine('a', 1000, { quantityMilli: 2500, amountMinor: 2500 })])).toEqual({});
    expect(off(half, [aLine('a', 1000, { units: 2, floorMinor: 1600 })])).toEqual({ a: 400 });
  });

  it('PRM-16 gets units of equal or lesser value', () => {
    const one = (which: 'cheapest' | 'dearest' | 'equal_or_less'): Reward => ({ kind: 'buy_get', buy: { on: {}, quantity: 1 }, get: { on: {}, quantity: 1, discount: free, which }, maxTimes: 1 });
    expect([off(one('cheapest'), three), off(one('dearest'), three), off(one('equal_or_less'), three)]).toEqual([{ c: 1000 }, { a: 3000 }, { b: 2000 }]);
    // The boot may be bought or got; bought, it would leave nothing to get.
    const either: Reward = { kind: 'buy_get', buy: { on: {}, quantity: 1 }, get: { on: { variantIds: ['boot'] }, quantity: 1, discount: free, which: 'equal_or_less' } };
    expect(off(either, [aLine('boot', 10_000), aLine('sock', 500)])).toEqual({ boot: 10_000 });
  });

  it('PRM-16 a set gets by what its lines cost together', () => {
    const set: Reward = { kind: 'buy_get', buy: { on: {}, quantity: 0 }, get: { on: {}, quantity: 2, discount: { percentBasisPoints: 1000 }, which: 'cheapest', bySpend: [{ from: 4000, discount: { percentBasisPoints: 2000 } }] } };
    expect(off(set, [aLine('a', 1000, { units: 3 })])).toEqual({ a: 200 });
    expect(off(set, [aLine('a', 1000, { units: 4 })])).toEqual({ a: 800 });
  });

  it('PRM-10 uses a unit once also where deals stack, and leaves the free ones their price', () => {
    const stacking = { item: 'stacking', basket: 'stacking', shipping: 'stacking' } as const;
    const bogo = (promotionId: string, quantity: number, priority: number) => aPromotion(promotionId, { kind: 'buy_get', buy: { on: {}, quantity }, get: { on: {}, quantity, discount: free, which: 'cheapest' }, maxTimes: 1 }, { priority });
    const taken = (units: number): unknown => applyPromotions(aBasket([aLine('a', 1000, { units })]), [bogo('two', 2, 1), bogo('one', 1, 0)], stacking).discounts.map(({ promotionId, amountMinor }) => [promotionId, amountMinor]);
    expect(taken(5)).toEqual([['two', 2000]]);
    expect(taken(6)).toEqual([['one', 1000], ['two', 2000]]);
    const half = aPromotion('half', percentOff(5000), { priority: 0.5 });
    // 6 units: 4 used by the first deal (20.00 left of them), half off all, then 10.00 left for the other two.
    expect(applyPromotions(aBasket([aLine('a', 1000, { units: 6 })]), [bogo('two', 2, 1), half, bogo('one', 1, 0)], stacking).discounts.map(({ promotionId, amountMinor }) => [promotionId, amountMinor])).toEqual([['half', 2000], ['one', 500], ['two', 2000]]);
  });
});
