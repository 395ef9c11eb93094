import { explainMisses } from './explain-misses';
import type { LaneModes, Promotion } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import { aBasket, aLine, aPromotion, percentOff } from './testing';

const stacking: LaneModes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' };
const basket = aBasket([aLine('1', 4000, { units: 2 }), aLine('2', 760, { collectionIds: [] })]);
const misses = (promotions: Promotion[], more: Partial<PromotionBasket> = {}, modes?: LaneModes): unknown[] =>
  explainMisses({ ...basket, ...more }, promotions, modes).map(({ promotionId, name: _, ...reason }) => [promotionId, reason]);
const miss = (promotion: Partial<Promotion>, more: Partial<PromotionBasket> = {}): unknown => (misses([{ ...aPromotion('p', percentOff(1000)), ...promotion }], more)[0] as unknown[] | undefined)?.[1];

describe('explainMisses', () => {
  it('PRM-21 says by whom, where and when a promotion is not to be had', () => {
    expect(miss({ channelCodes: ['web'] })).toEqual({ kind: 'other_channel', channelCodes: ['web'] });
    expect(miss({ locationIds: ['s2'] })).toEqual({ kind: 'other_store', locationIds: ['s2'] });
    expect(miss({ startsAt: '2026-12-01T00:00:00Z' })).toEqual({ kind: 'not_started', startsAt: '2026-12-01T00:00:00Z' });
    expect(miss({ endsAt: '2026-11-20T10:00:00Z' })).toEqual({ kind: 'ended', endsAt: '2026-11-20T10:00:00Z' });
    expect(miss({ hours: [{ weekday: 6, fromMinute: 0, toMinute: 60 }] })).toEqual({ kind: 'outside_hours', hours: [{ weekday: 6, fromMinute: 0, toMinute: 60 }] });
    expect(miss({ customerGroups: ['members'] })).toEqual({ kind: 'other_customer_group', customerGroups: ['members'] });
    expect(miss({ coupon: { codes: ['TEN'] } })).toEqual({ kind: 'coupon_missing' });
  });

  it('PRM-21 says what the basket has and what it needs', () => {
    expect(miss({ conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 10_000, of: 'list' }] })).toEqual({ kind: 'spend_too_low', haveMinor: 8760, needMinor: 10_000, missingMinor: 1240 });
    expect(miss({ conditions: [{ kind: 'quantity_at_least', on: {}, quantityMilli: 4000 }] })).toEqual({ kind: 'quantity_too_low', haveMilli: 3000, needMilli: 4000 });
    expect(miss({ conditions: [{ kind: 'line_quantity_at_least', on: {}, quantityMilli: 3000 }] })).toEqual({ kind: 'quantity_too_low', haveMilli: 2000, needMilli: 3000 });
    expect(miss({ conditions: [{ kind: 'loyalty_tier', tiers: ['gold'] }] })).toEqual({ kind: 'other_loyalty_tier', tiers: ['gold'] });
    expect(miss({ conditions: [{ kind: 'order_number', from: 5, to: 5 }] }, { buyer: { ordersBefore: 2 } })).toEqual({ kind: 'other_order_number', have: 3, from: 5, to: 5 });
    expect(miss({ conditions: [{ kind: 'order_number', from: 5, to: null }] })).toEqual({ kind: 'other_order_number', have: null, from: 5, to: null });
    expect(miss({ conditions: [{ kind: 'bought_before', amountMinor: 100 }] })).toEqual({ kind: 'bought_too_little', haveMinor: 0, needMinor: 100, missingMinor: 100 });
    expect(miss({ conditions: [{ kind: 'payment_method', methods: ['card'] }] })).toEqual({ kind: 'other_payment_method', methods: ['card'] });
    expect(miss({ conditions: [{ kind: 'destination', countries: ['DE'] }] })).toEqual({ kind: 'other_destination', countries: ['DE'] });
  });

  it('PRM-52 names the attribute that is another, with what the basket has', () => {
    const wool = { attributes: [{ name: 'material', value: 'wool' }, { name: 'material', value: 'silk' }] };
    const lines = [aLine('1', 1000, { attributes: { material: 'cotton' } }), aLine('2', 2000, { attributes: { material: ['nylon', 'cotton'] } })];
    const reward: Promotion['reward'] = { kind: 'lines', per: 'unit', on: wool, discount: { percentBasisPoints: 1000 } };
    expect(explainMisses(aBasket(lines), [aPromotion('p', reward)])).toEqual([
      { promotionId: 'p', name: expect.any(String) as string, kind: 'other_attribute', wanted: wool.attributes, have: [{ name: 'material', value: 'cotton' }, { name: 'material', value: 'nylon' }] },
    ]);
    const tents: Promotion['reward'] = { ...reward, on: { ...wool, collectionIds: ['nowhere'] } };
    expect(explainMisses(aBasket(lines), [aPromotion('p', tents)])).toMatchObject([{ kind: 'no_matching_line' }]);
  });

  it('PRM-21 says what a reward of units or steps lacks', () => {
    expect(miss({ reward: percentOff(1000, 'tents') })).toEqual({ kind: 'no_matching_line' });
    const free = { percentBasisPoints: 10_000 };
    expect(miss({ reward: { kind: 'buy_get', buy: { on: {}, quantity: 3 }, get: { on: {}, quantity: 1, discount: free, which: 'cheapest' } } })).toEqual({ kind: 'too_few_units', haveUnits: 3, needUnits: 4 });
    expect(miss({ reward: { kind: 'buy_get', buy: { on: { variantIds: ['2'] }, quantity: 2 }, get: { on: {}, quantity: 1, discount: free, which: 'cheapest' } } })).toEqual({ kind: 'too_few_units', haveUnits: 1, needUnits: 2 });
    expect(miss({ reward: { kind: 'bundle', parts: [{ on: { variantIds: ['1'] }, quantity: 3 }], priceMinor: 100 } })).toEqual({ kind: 'too_few_units', haveUnits: 2, needUnits: 3 });
    expect(miss({ reward: { kind: 'bundle', parts: [{ on: { variantIds: ['1'] }, quantity: 2 }], priceMinor: 9000 } })).toEqual({ kind: 'saves_nothing' });
    expect(miss({ reward: { kind: 'tiers', on: {}, by: 'quantity', steps: [{ from: 5000, discount: free }] } })).toEqual({ kind: 'step_not_reached', by: 'quantity', have: 3000, need: 5000 });
    expect(miss({ reward: { kind: 'tiers', on: {}, by: 'spend', steps: [{ from: 10_000, discount: free }] } })).toEqual({ kind: 'step_not_reached', by: 'spend', have: 8760, need: 10_000 });
    const shipping: Partial<Promotion> = { lane: 'shipping', reward: { kind: 'shipping', discount: free, methodIds: ['express'] } };
    expect(miss(shipping)).toEqual({ kind: 'nothing_shipped' });
    expect(miss(shipping, { shipping: [{ chargeId: 's', methodId: 'standard', amountMinor: 1 }] })).toEqual({ kind: 'other_shipping_method', methodIds: ['express'] });
  });

  it('PRM-21 says what beat it, and what it would have taken off', () => {
    const [ten, twenty] = [aPromotion('ten', percentOff(1000)), aPromotion('twenty', percentOff(2000))];
    const winner = [{ promotionId: 'twenty', name: 'Promotion twenty', amountMinor: 1752 }];
    expect(misses([ten, twenty])).toEqual([['ten', { kind: 'beaten', by: winner, wouldTakeMinor: 876 }]]);
    expect(misses([{ ...ten, group: 'g' }, { ...twenty, group: 'g' }], {}, stacking)).toEqual([['ten', { kind: 'excluded_by_group', group: 'g', by: winner, wouldTakeMinor: 876 }]]);
    expect(misses([ten, { ...twenty, exclusive: true }])).toEqual([['ten', { kind: 'excluded_by_exclusive', by: winner, wouldTakeMinor: 876 }]]);
    const fives = aPromotion('five', { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } });
    expect(misses([fives, { ...fives, promotionId: 'four', reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 400 } } }])).toEqual([['four', { kind: 'beaten', by: [{ promotionId: 'five', name: 'Promotion five', amountMinor: 500 }], wouldTakeMinor: 400 }]]);
  });

  it('PRM-21 says where there is nothing left, or a floor', () => {
    const all = aPromotion('all', percentOff(10_000), { priority: 1 });
    expect(misses([all, aPromotion('p', percentOff(1000))], {}, stacking)).toEqual([['p', { kind: 'nothing_left' }]]);
    expect(miss({}, { lines: [aLine('1', 4000, { floorMinor: 4000 })] })).toEqual({ kind: 'at_floor' });
    expect(misses([aPromotion('p', percentOff(1000))])).toEqual([]);
  });
});
