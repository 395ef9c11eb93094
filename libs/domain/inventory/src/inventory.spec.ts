import * as fc from 'fast-check';
import { applyMovement, foldMovements, overrideOf } from './apply-movement';
import { checkDemand, sumDemand } from './demand';
import { adjust, commit, fulfilCommitted, receive, reclassify, release, returnTo, sellAtCounter, type Goods, type Movement } from './movements';
import { availability, buckets, emptyLevel, isStockBucket, type StockLevel } from './stock-level';

const goods = (quantityMilli: number): Goods => ({ variantId: 'boot', locationId: 's1', quantityMilli, causeId: 'document' });
const levelAfter = (movements: Movement[], start: StockLevel = emptyLevel): StockLevel =>
  movements.reduce((level, movement) => {
    const result = applyMovement(level, movement);
    return result.ok ? result.value : level;
  }, start);

const quantity = fc.integer({ min: 1, max: 5 }).map((count) => goods(count * 1000));
const anyMovement: fc.Arbitrary<Movement> = fc.oneof(
  quantity.map((given) => receive(given)), quantity.map(commit), quantity.map(release), quantity.map(fulfilCommitted), quantity.map(sellAtCounter),
  fc.tuple(fc.constantFrom('resellable', 'refurbish', 'quarantine', 'damaged'), quantity).map(([disposition, given]) => returnTo(disposition, given)),
  fc.tuple(fc.constantFrom(-1, 1), fc.constantFrom(...buckets), quantity).map(([sign, bucket, given]) => adjust({ ...given, deltaMilli: sign * given.quantityMilli, bucket, reason: 'count' })),
  quantity.map((given) => reclassify(given, 'quarantine', 'sellable')),
);

describe('movements', () => {
  it('INV-1 name both buckets, the cause and a quantity above zero', () => {
    expect(commit(goods(2000))).toEqual({ variantId: 'boot', locationId: 's1', from: 'sellable', to: 'committed', quantityMilli: 2000, causeKind: 'order', causeId: 'document', reason: '' });
    expect([release, fulfilCommitted, sellAtCounter].map((make) => make(goods(1))).map(({ from, to, causeKind }) => [from, to, causeKind])).toEqual([
      ['committed', 'sellable', 'cancellation'], ['committed', 'customer', 'fulfilment'], ['sellable', 'customer', 'sale'],
    ]);
    expect(receive(goods(1), 'opening')).toMatchObject({ from: 'supplier', to: 'sellable', causeKind: 'opening' });
    for (const bad of [0, -1, 1.5, NaN]) expect(() => commit(goods(bad))).toThrow('above zero');
    expect(() => reclassify(goods(1), 'damaged', 'damaged')).toThrow('changes the bucket');
  });

  it('INV-2 neither make nor lose goods', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 40 }), (movements) => {
      const accepted: Movement[] = [];
      const level = movements.reduce((current, movement) => {
        const result = applyMovement(current, movement);
        if (result.ok) accepted.push(movement);
        return result.ok ? result.value : current;
      }, emptyLevel);
      const outside = accepted.reduce((sum, { from, to, quantityMilli }) => sum + (isStockBucket(to) ? 0 : quantityMilli) - (isStockBucket(from) ? 0 : quantityMilli), 0);
      expect(availability(level).onHandMilli + outside).toBe(0);
    }));
  });

  it('INV-7 [L-54] [L-26] release undoes commit', () => {
    const before = foldMovements([receive(goods(5000)), commit(goods(1000))]);
    expect(levelAfter([commit(goods(2000)), release(goods(2000))], before)).toEqual(before);
  });

  it('INV-9 returned goods go by disposition', () => {
    expect((['resellable', 'refurbish', 'quarantine', 'damaged'] as const).map((disposition) => returnTo(disposition, goods(1000)).to)).toEqual(['sellable', 'refurbish', 'quarantine', 'damaged']);
    expect(returnTo('resellable', goods(1000))).toMatchObject({ from: 'customer', causeKind: 'return' });
  });

  it('INV-10 an adjustment has a reason and goes to or from shrink', () => {
    const { quantityMilli: _, ...what } = goods(1);
    expect(adjust({ ...what, deltaMilli: -1000, reason: 'damaged by water' })).toMatchObject({ from: 'sellable', to: 'shrink', quantityMilli: 1000, causeKind: 'adjustment', reason: 'damaged by water' });
    expect(adjust({ ...what, deltaMilli: 2000, bucket: 'committed', causeKind: 'count', reason: 'recount' })).toMatchObject({ from: 'shrink', to: 'committed', quantityMilli: 2000, causeKind: 'count' });
    expect(() => adjust({ ...what, deltaMilli: -1000, reason: ' ' })).toThrow('reason');
    expect(() => adjust({ ...what, deltaMilli: 0, reason: 'none' })).toThrow('above zero');
  });
});

describe('applyMovement', () => {
  it('INV-3 [L-24] refuses to take a bucket below zero and changes nothing', () => {
    const level = foldMovements([receive(goods(2000))]);
    const copy = { ...level };
    expect(applyMovement(level, commit(goods(3000)))).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', variantId: 'boot', locationId: 's1', bucket: 'sellable', wantedMilli: 3000, availableMilli: 2000 } });
    expect(applyMovement(level, release(goods(1000)))).toMatchObject({ ok: false, refusal: { bucket: 'committed', availableMilli: 0 } });
    expect(level).toEqual(copy);
    expect(applyMovement({ ...level, sellable: -2000, override: 2000 }, commit(goods(1000)))).toMatchObject({ ok: false, refusal: { availableMilli: 0 } });
  });

  it('INV-4 [L-14] a paid sale at a counter always posts, and says how far below', () => {
    const one = foldMovements([receive(goods(1000))]);
    expect(overrideOf(one, 3000)).toBe(2000);
    const sold = levelAfter([sellAtCounter(goods(3000))], one);
    expect(sold).toEqual({ ...emptyLevel, sellable: -2000, override: 2000 });
    expect(overrideOf(sold, 1000)).toBe(1000);
    expect(levelAfter([receive(goods(5000))], sold)).toEqual({ ...emptyLevel, sellable: 3000, override: 0 });
    expect(overrideOf(one, 1000)).toBe(0);
  });

  it('INV-3 no bucket is ever below zero, save sellable by its override', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 40 }), (movements) => {
      const level = levelAfter(movements);
      for (const bucket of buckets) expect(level[bucket]).toBeGreaterThanOrEqual(bucket === 'sellable' ? 0 - level.override : 0);
      expect(level.override).toBe(Math.max(0, -level.sellable));
    }));
  });

  it('INV-8 [L-25] [L-19] a level is the fold of its movements in any order', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 40 }), (movements) => {
      const accepted: Movement[] = [];
      let level = emptyLevel;
      for (const movement of movements) {
        const result = applyMovement(level, movement);
        if (!result.ok) continue;
        accepted.push(movement);
        level = result.value;
      }
      expect(foldMovements(accepted)).toEqual(level);
      expect(foldMovements([...accepted].reverse())).toEqual(level);
    }));
  });
});

describe('availability', () => {
  it('INV-5 only what is sellable may be promised', () => {
    expect(availability({ ...emptyLevel, sellable: 3000, committed: 2000, allotted: 4000, damaged: 1000 })).toEqual({ onHandMilli: 10_000, committedMilli: 2000, allottedMilli: 4000, unavailableMilli: 1000, availableMilli: 3000 });
    expect(availability({ ...emptyLevel, sellable: -2000, override: 2000 })).toMatchObject({ onHandMilli: -2000, availableMilli: 0 });
  });
});

describe('demand', () => {
  const lines = [{ variantId: 'sock', quantityMilli: 1000 }, { variantId: 'boot', quantityMilli: 1000 }, { variantId: 'boot', quantityMilli: 1000 }];

  it('INV-6 [L-21] [L-27] two lines of one variant are summed before the stock check', () => {
    expect(sumDemand(lines)).toEqual([{ variantId: 'boot', quantityMilli: 2000 }, { variantId: 'sock', quantityMilli: 1000 }]);
    expect(checkDemand(lines, () => 1000)).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', short: [{ variantId: 'boot', wantedMilli: 2000, availableMilli: 1000 }] } });
    expect(checkDemand(lines, () => 2000)).toEqual({ ok: true, value: sumDemand(lines) });
    expect(checkDemand(lines, () => -5000)).toMatchObject({ refusal: { short: [{ variantId: 'boot', availableMilli: 0 }, { variantId: 'sock', availableMilli: 0 }] } });
  });
});
