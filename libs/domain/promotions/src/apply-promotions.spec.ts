import { applyPromotions } from './apply-promotions';
import type { PromotionOutcome } from './promotion-outcome';
import type { Condition } from './condition';
import type { LaneModes } from './promotion';
import { aBasket, aLine, aPromotion, percentOff } from './testing';

const stacking: LaneModes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' };
const byLine = (outcome: PromotionOutcome): Record<string, number> => Object.fromEntries(outcome.discountMinorByLine);
const reasons = (outcome: PromotionOutcome, lineId: string): [string, string, number][] =>
  (outcome.traceByLine.get(lineId) ?? []).map(({ promotionId, because, amountMinor }) => [promotionId, because, amountMinor]);

describe('applyPromotions', () => {
  it('PRM-1 goes by channel, store, date, hours and customer group', () => {
    const tenOff = percentOff(1000, 'boots');
    const promotions = [
      aPromotion('a', tenOff, { channelCodes: ['web'] }), aPromotion('b', tenOff, { locationIds: ['s2'] }), aPromotion('c', tenOff, { startsAt: '2026-11-20T10:00:00.001Z' }),
      aPromotion('d', tenOff, { endsAt: '2026-11-20T10:00:00.000Z' }), aPromotion('e', tenOff, { hours: [{ weekday: 5, fromMinute: 601, toMinute: 700 }, { weekday: 4, fromMinute: 0, toMinute: 1440 }] }),
      aPromotion('f', tenOff, { customerGroups: ['members'] }), aPromotion('g', percentOff(9000, 'tents')),
    ];
    const outcome = applyPromotions(aBasket([aLine('1', 5000), aLine('2', 5000, { collectionIds: [] })]), promotions);
    expect(byLine(outcome)).toEqual({});
    expect(reasons(outcome, '1')).toEqual([
      ['a', 'other_channel', 500], ['b', 'other_store', 500], ['c', 'not_started', 500], ['d', 'ended', 500], ['e', 'outside_hours', 500], ['f', 'other_customer_group', 500],
    ]);
    expect(outcome.traceByLine.has('2')).toBe(false);
    const open = applyPromotions(aBasket([aLine('1', 5000)], { buyer: { customerGroups: ['members'] }, localTime: { weekday: 5, minute: 601 } }), promotions.slice(4, 6));
    expect(reasons(open, '1')).toEqual([['e', 'best_deal', 500], ['f', 'better_deal_applies', 500]]);
  });

  it('PRM-2 only the best deal of a line applies', () => {
    const outcome = applyPromotions(aBasket([aLine('1', 5000)]), [aPromotion('a', percentOff(1000)), aPromotion('b', percentOff(2000)), aPromotion('c', percentOff(2000))]);
    expect(outcome.traceByLine.get('1')).toEqual([
      { promotionId: 'b', name: 'Promotion b', applied: true, amountMinor: 1000, because: 'best_deal' },
      { promotionId: 'a', name: 'Promotion a', applied: false, amountMinor: 500, because: 'better_deal_applies' },
      { promotionId: 'c', name: 'Promotion c', applied: false, amountMinor: 1000, because: 'better_deal_applies' },
    ]);
    expect(outcome.discounts).toEqual([{ promotionId: 'b', name: 'Promotion b', amountMinor: 1000 }]);
    const preferred = applyPromotions(aBasket([aLine('1', 5000)]), [aPromotion('b', percentOff(2000)), aPromotion('c', percentOff(2000), { priority: 1 })]);
    expect(preferred.discounts.map(({ promotionId }) => promotionId)).toEqual(['c']);
  });

  it('PRM-2 a deal of units takes what serves the shopper, and the other units keep their offer', () => {
    const bogo = aPromotion('bogo', { kind: 'buy_get', buy: { on: {}, quantity: 1 }, get: { on: {}, quantity: 1, discount: { percentBasisPoints: 10_000 }, which: 'cheapest' } });
    const third = aPromotion('third', percentOff(3000));
    const outcome = applyPromotions(aBasket([aLine('1', 1000, { units: 3 })]), [bogo, third]);
    expect(byLine(outcome)).toEqual({ 1: 1300 });
    expect(reasons(outcome, '1')).toEqual([['bogo', 'best_deal', 1000], ['third', 'best_deal', 300]]);
    const half = applyPromotions(aBasket([aLine('1', 1000, { units: 2 })]), [bogo, aPromotion('sixty', percentOff(6000))]);
    expect(reasons(half, '1')).toEqual([['sixty', 'best_deal', 1200], ['bogo', 'better_deal_applies', 0]]);
  });

  it('PRM-3 [L-35] a basket discount is computed once on the sum and shared out', () => {
    const basket = aBasket([aLine('c', 5), aLine('a', 5), aLine('b', 5)]);
    const once = applyPromotions(basket, [aPromotion('p', { kind: 'basket', on: {}, discount: { percentBasisPoints: 1000 } })]);
    expect(byLine(once)).toEqual({ a: 1, b: 1 });
    expect(once.basketTrace).toEqual([{ promotionId: 'p', name: 'Promotion p', applied: true, amountMinor: 2, because: 'best_deal' }]);
    expect(byLine(applyPromotions(basket, [aPromotion('p', percentOff(1000))]))).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('PRM-4 [L-32] takes a percentage of what is left to pay, never of another discount or on top of it', () => {
    const promotions = [aPromotion('a', percentOff(4000), { priority: 1 }), aPromotion('b', percentOff(7000))];
    expect(byLine(applyPromotions(aBasket([aLine('1', 10_000)]), promotions))).toEqual({ 1: 7000 });
    expect(byLine(applyPromotions(aBasket([aLine('1', 10_000)]), promotions, stacking))).toEqual({ 1: 8200 });
  });

  it('PRM-5 [L-41] never makes a line cost less than its floor', () => {
    const lines = [aLine('1', 500), aLine('2', 0), aLine('3', 500, { floorMinor: 400 })];
    const steep = aPromotion('a', percentOff(15_000));
    expect(byLine(applyPromotions(aBasket(lines), [steep]))).toEqual({ 1: 500, 3: 100 });
    const basket = aPromotion('b', { kind: 'basket', on: {}, discount: { amountOffMinor: 100_000 } });
    expect(byLine(applyPromotions(aBasket(lines), [steep, basket], stacking))).toEqual({ 1: 500, 3: 100 });
    expect(byLine(applyPromotions(aBasket([aLine('1', 10_000), aLine('2', 5000, { floorMinor: 4500 })]), [aPromotion('b', { kind: 'basket', on: {}, discount: { amountOffMinor: 3000 } })]))).toEqual({ 1: 2500, 2: 500 });
    expect(() => applyPromotions(aBasket([aLine('1', 500)]), [aPromotion('a', percentOff(-1))])).toThrow('percentage');
  });

  it('PRM-7 stacks by priority, each on what is left; a group has one winner', () => {
    const promotions = [
      aPromotion('percent', percentOff(1000), { priority: 1 }), aPromotion('amount', { kind: 'lines', per: 'line', on: {}, discount: { amountOffMinor: 1000 } }, { priority: 2 }),
      aPromotion('weaker', percentOff(500), { priority: 1, group: 'season' }), aPromotion('stronger', percentOff(2000), { group: 'season' }),
    ];
    const outcome = applyPromotions(aBasket([aLine('1', 10_000)]), promotions, stacking);
    expect(reasons(outcome, '1')).toEqual([['amount', 'stacked', 1000], ['percent', 'stacked', 900], ['stronger', 'stacked', 1620], ['weaker', 'better_deal_applies', 500]]);
    expect(byLine(outcome)).toEqual({ 1: 3520 });
  });

  it('PRM-8 selects by collection, product, variant, attribute, price and exception', () => {
    const lines = [
      aLine('a', 1000), aLine('b', 2000, { collectionIds: ['tents'], productId: 'p1', attributes: { colour: 'red' } }), aLine('c', 3000, { collectionIds: ['boots', 'sale'] }), aLine('d', 4000, { collectionIds: [], reduced: true }),
    ];
    const hit = (on: object): string[] => Object.keys(byLine(applyPromotions(aBasket(lines), [aPromotion('p', { kind: 'lines', per: 'unit', on, discount: { percentBasisPoints: 1000 } })])));
    expect(hit({})).toEqual(['a', 'b', 'c', 'd']);
    expect(hit({ collectionIds: ['boots'] })).toEqual(['a', 'c']);
    expect(hit({ collectionIds: ['sale'], productIds: ['p1'], variantIds: ['d'] })).toEqual(['b', 'c', 'd']);
    expect(hit({ attributes: [{ name: 'colour', value: 'red' }] })).toEqual(['b']);
    expect(hit({ minUnitMinor: 2000, maxUnitMinor: 3000 })).toEqual(['b', 'c']);
    expect(hit({ exceptCollectionIds: ['sale'], exceptVariantIds: ['a'] })).toEqual(['b', 'd']);
    expect(hit({ exceptProductIds: ['p1'] })).toEqual(['a', 'c', 'd']);
    expect(hit({ onlyFullPrice: true })).toEqual(['a', 'b', 'c']);
    const second = aPromotion('q', { kind: 'basket', on: { onlyFullPrice: true }, discount: { percentBasisPoints: 1000 } });
    expect(byLine(applyPromotions(aBasket(lines), [aPromotion('p', percentOff(1000, 'boots')), second]))).toEqual({ a: 100, b: 200, c: 300 });
  });

  it('PRM-9 says which condition is missing and by how much', () => {
    const given = (condition: Condition, buyer = {}): unknown => {
      const outcome = applyPromotions(aBasket([aLine('1', 4000, { units: 2 })], { buyer }), [aPromotion('p', percentOff(1000), { conditions: [condition] })]);
      const [{ because, have, need, applied } = { because: 'none' }] = outcome.traceByLine.get('1') ?? [];
      return applied ? 'applied' : [because, have, need];
    };
    expect(given({ kind: 'spend_at_least', on: {}, amountMinor: 10_000, of: 'list' })).toEqual(['spend_too_low', 8000, 10_000]);
    expect(given({ kind: 'spend_at_least', on: {}, amountMinor: 8000, of: 'left' })).toBe('applied');
    expect(given({ kind: 'quantity_at_least', on: { variantIds: ['2'] }, quantityMilli: 1000 })).toEqual(['quantity_too_low', 0, 1000]);
    expect(given({ kind: 'line_quantity_at_least', on: {}, quantityMilli: 3000 })).toEqual(['quantity_too_low', 2000, 3000]);
    expect(given({ kind: 'line_quantity_at_least', on: {}, quantityMilli: 2000 })).toBe('applied');
    expect(given({ kind: 'loyalty_tier', tiers: ['gold'] }, { loyaltyTier: 'silver' })).toEqual(['other_loyalty_tier', undefined, undefined]);
    expect(given({ kind: 'order_number', from: 1, to: 1 })).toEqual(['other_order_number', undefined, 1]);
    expect(given({ kind: 'order_number', from: 1, to: 1 }, { ordersBefore: 0 })).toBe('applied');
    expect(given({ kind: 'order_number', from: 5, to: null }, { ordersBefore: 3 })).toEqual(['other_order_number', 4, 5]);
    expect(given({ kind: 'bought_before', amountMinor: 100 }, { boughtBeforeMinor: 99 })).toEqual(['bought_too_little', 99, 100]);
    expect(given({ kind: 'payment_method', methods: ['card'] }, { paymentMethod: 'cash' })).toEqual(['other_payment_method', undefined, undefined]);
    expect(given({ kind: 'destination', countries: ['GB'] }, { country: 'GB' })).toBe('applied');
    expect(given({ kind: 'destination', countries: ['GB'] })).toEqual(['other_destination', undefined, undefined]);
  });

  it('PRM-9 an earlier discount can leave too little for a condition on what is left', () => {
    const first = aPromotion('first', percentOff(5000), { priority: 1 });
    const spend = (of: 'list' | 'left') => aPromotion('spend', percentOff(1000), { conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 6000, of }] });
    expect(reasons(applyPromotions(aBasket([aLine('1', 10_000)]), [first, spend('left')], stacking), '1')).toEqual([['first', 'stacked', 5000], ['spend', 'spend_too_low', 1000]]);
    expect(byLine(applyPromotions(aBasket([aLine('1', 10_000)]), [first, spend('list')], stacking))).toEqual({ 1: 5500 });
  });

  it('PRM-11 the highest step that is reached counts for all matching lines', () => {
    const steps = [{ from: 5000, discount: { percentBasisPoints: 2000 } }, { from: 3000, discount: { percentBasisPoints: 1000 } }];
    const tiers = aPromotion('t', { kind: 'tiers', on: { collectionIds: ['boots'] }, by: 'quantity', steps });
    expect(byLine(applyPromotions(aBasket([aLine('1', 1000, { units: 2 })]), [tiers]))).toEqual({});
    expect(byLine(applyPromotions(aBasket([aLine('1', 1000, { units: 2 }), aLine('2', 2000, { units: 2 }), aLine('3', 900, { collectionIds: [] })]), [tiers]))).toEqual({ 1: 200, 2: 400 });
    expect(byLine(applyPromotions(aBasket([aLine('1', 1000, { units: 5 })]), [tiers]))).toEqual({ 1: 1000 });
    const spend = aPromotion('s', { kind: 'tiers', on: {}, by: 'spend', steps: [{ from: 10_000, discount: { amountOffMinor: 1500 } }, { from: 20_000, discount: { amountOffMinor: 4000 } }] }, { lane: 'basket' });
    expect(byLine(applyPromotions(aBasket([aLine('1', 15_000), aLine('2', 5000)]), [spend]))).toEqual({ 1: 3000, 2: 1000 });
  });

  it('PRM-12 an exclusive promotion is alone in its lane', () => {
    const promotions = [aPromotion('alone', percentOff(1500), { exclusive: true, priority: 1 }), aPromotion('a', percentOff(1000), { priority: 2 }), aPromotion('b', percentOff(1000))];
    const stacked = applyPromotions(aBasket([aLine('1', 10_000)]), promotions, stacking);
    expect(reasons(stacked, '1')).toEqual([['alone', 'exclusive', 1500], ['a', 'exclusive_applies', 1000], ['b', 'exclusive_applies', 1000]]);
    const two = [aLine('1', 10_000), aLine('2', 10_000, { collectionIds: ['tents'] })];
    const boots = [aPromotion('alone', percentOff(1500, 'boots'), { exclusive: true }), aPromotion('a', percentOff(1000))];
    expect(byLine(applyPromotions(aBasket(two), boots))).toEqual({ 1: 1000, 2: 1000 });
    expect(byLine(applyPromotions(aBasket(two), [...boots, aPromotion('sole', percentOff(3000, 'tents'), { exclusive: true })]))).toEqual({ 2: 3000 });
  });

  it('PRM-13 needs its coupon, and does not tell of it', () => {
    const promotion = aPromotion('p', percentOff(1000), { coupon: { codes: ['Winter 26'] } });
    const withCoupons = (coupons: { code: string; promotionId?: string }[]): PromotionOutcome => applyPromotions(aBasket([aLine('1', 1000)], { buyer: { coupons } }), [promotion]);
    expect(withCoupons([]).traceByLine.size).toBe(0);
    expect(byLine(withCoupons([{ code: 'winter-26 ' }]))).toEqual({ 1: 100 });
    expect(byLine(withCoupons([{ code: 'X7Q2', promotionId: 'p' }]))).toEqual({ 1: 100 });
    expect(byLine(withCoupons([{ code: 'X7Q2', promotionId: 'q' }]))).toEqual({});
  });

  it('PRM-14 the basket lane follows the item lane, shipping follows both', () => {
    const cap = aPromotion('cap', { kind: 'basket', on: {}, discount: { percentBasisPoints: 1500 }, capMinor: 5000 });
    expect(byLine(applyPromotions(aBasket([aLine('a', 12_000), aLine('b', 23_000), aLine('c', 30_000)]), [cap]))).toEqual({ a: 923, b: 1769, c: 2308 });
    const all = [
      aPromotion('line', percentOff(5000)), aPromotion('basket', { kind: 'basket', on: {}, discount: { percentBasisPoints: 1000 } }), aPromotion('lesser', { kind: 'basket', on: {}, discount: { amountOffMinor: 100 } }),
      aPromotion('free', { kind: 'shipping', discount: { percentBasisPoints: 10_000 }, methodIds: ['standard'] }), aPromotion('express', { kind: 'shipping', discount: { percentBasisPoints: 10_000 }, methodIds: ['express'] }),
    ];
    const outcome = applyPromotions(aBasket([aLine('1', 10_000)], { shipping: [{ chargeId: 'parcel', methodId: 'standard', amountMinor: 495 }] }), all);
    expect(byLine(outcome)).toEqual({ 1: 5500 });
    expect(outcome.shippingDiscountMinor).toBe(495);
    expect(outcome.discounts.map(({ promotionId, amountMinor }) => [promotionId, amountMinor])).toEqual([['basket', 500], ['free', 495], ['line', 5000]]);
    expect(outcome.basketTrace.map(({ promotionId, because, amountMinor }) => [promotionId, because, amountMinor])).toEqual([
      ['basket', 'best_deal', 500], ['free', 'best_deal', 495], ['express', 'better_deal_applies', 0], ['lesser', 'better_deal_applies', 100],
    ]);
  });
});
