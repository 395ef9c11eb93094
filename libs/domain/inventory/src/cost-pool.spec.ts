import * as fc from 'fast-check';
import type { CostChange, CostEffect } from './cost-change';
import { applyCost, emptyPool, type CostPool } from './cost-pool';
import { partOf } from './cost-share';
import { fifoValue } from './fifo-cost';

const into = (units: number, valueMinor: number, sourceId = 'receipt'): CostChange => ({ kind: 'in', quantityMilli: units * 1000, valueMinor, sourceId });
const out = (units: number): CostChange => ({ kind: 'out', quantityMilli: units * 1000 });
const found = (units: number, otherwiseMinor = 0): CostChange => ({ kind: 'in_at_cost', quantityMilli: units * 1000, otherwiseMinor, sourceId: 'count' });
const dearer = (amountMinor: number, units: number, sourceId = 'receipt'): CostChange => ({ kind: 'revalue', sourceId, receivedMilli: units * 1000, amountMinor });

/** All changes after each other, with what each did. */
function after(changes: readonly CostChange[]) {
  let pool: CostPool = emptyPool;
  const effects = changes.map((change) => {
    const result = applyCost(pool, change);
    pool = result.pool;
    return result;
  });
  return { pool, average: effects.map((effect) => effect.average), fifo: effects.map((effect) => effect.fifo) };
}
const outs = (effects: CostEffect[]) => effects.filter((effect) => effect.outMinor !== 0).map((effect) => effect.outMinor);
const expensed = (effects: CostEffect[]) => effects.reduce((sum, effect) => sum + effect.expensedMinor, 0);

describe('applyCost', () => {
  it('INV-20 moving average mixes what is there with what comes', () => {
    const { pool, average } = after([into(10, 1000), into(10, 2000), out(4)]);
    expect(pool.average).toMatchObject({ quantityMilli: 16_000, valueMinor: 2400 });
    expect(outs(average)).toEqual([600]);
  });

  it('INV-21 layers leave in the order in which they came', () => {
    const { pool, fifo } = after([into(10, 1000, 'first'), into(10, 2000, 'second'), out(12)]);
    expect(outs(fifo)).toEqual([1400]);
    expect(pool.fifo.layers).toEqual([{ sourceId: 'second', quantityMilli: 8000, valueMinor: 1600 }]);
  });

  it('INV-22 parts that are taken one by one come to the whole', () => {
    const { pool, average, fifo } = after([into(3, 1000), out(1), out(1), out(1)]);
    expect(outs(average)).toEqual([333, 334, 333]);
    expect(outs(fifo)).toEqual([333, 334, 333]);
    expect([pool.average.valueMinor, fifoValue(pool.fifo)]).toEqual([0, 0]);
    expect(() => partOf({ quantityMilli: 0, valueMinor: 5 }, 1)).toThrow('part of nothing');
  });

  it('INV-23 units that were sold before they came are settled when they come', () => {
    const { pool, average, fifo } = after([into(1, 400), out(3), into(4, 2000)]);
    // Two beyond the one: reckoned at 4.00, came at 5.00.
    expect(outs(average)).toEqual([1200]);
    expect([expensed(average), expensed(fifo)]).toEqual([200, 200]);
    expect(pool.average).toMatchObject({ quantityMilli: 2000, valueMinor: 1000 });
    expect(pool.fifo).toMatchObject({ layers: [{ quantityMilli: 2000, valueMinor: 1000 }], owed: { quantityMilli: 0, valueMinor: 0 } });
    // Nothing was ever known: reckoned at nothing, and all of it is told when they come.
    expect(expensed(after([out(2), into(2, 900)]).average)).toBe(900);
  });

  it('INV-24 what is found comes at the own cost, else at what is said', () => {
    expect(after([into(2, 1000), found(1, 9)]).pool.average).toMatchObject({ quantityMilli: 3000, valueMinor: 1500 });
    expect(after([into(2, 1000), out(2), found(1, 9)]).pool.average.valueMinor).toBe(500);
    expect(after([into(1, 300, 'a'), into(1, 700, 'b'), found(1)]).pool.fifo.layers.at(-1)).toEqual({ sourceId: 'count', quantityMilli: 1000, valueMinor: 700 });
    expect(after([found(2, 450)]).pool.average.valueMinor).toBe(900);
  });

  it('INV-25 a cost that comes later re-values what is left, and is told of what left', () => {
    const { pool, average, fifo } = after([into(10, 1000), out(4), dearer(500, 10)]);
    expect([pool.average.valueMinor, expensed(average)]).toEqual([900, 200]);
    expect([fifoValue(pool.fifo), expensed(fifo)]).toEqual([900, 200]);
    // Layers know whose goods are left: the first ones are all sold.
    const later = after([into(10, 1000, 'first'), into(10, 1000, 'second'), out(10), dearer(500, 10, 'first')]);
    expect([fifoValue(later.pool.fifo), expensed(later.fifo)]).toEqual([1000, 500]);
    // A correction downwards never makes goods worth less than nothing.
    const less = after([into(10, 1000), out(9), dearer(-2000, 10)]);
    expect([less.pool.average.valueMinor, fifoValue(less.pool.fifo)]).toEqual([0, 0]);
    expect([expensed(less.average), expensed(less.fifo)]).toEqual([-1900, -1900]);
  });

  const quantityMilli = fc.integer({ min: 1, max: 20_000 });
  const anyChange: fc.Arbitrary<CostChange> = fc.oneof(
    fc.record({ kind: fc.constant('in' as const), quantityMilli, valueMinor: fc.nat(100_000), sourceId: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('out' as const), quantityMilli }),
    fc.record({ kind: fc.constant('in_at_cost' as const), quantityMilli, otherwiseMinor: fc.nat(5000), sourceId: fc.constant('count') }),
    fc.record({ kind: fc.constant('revalue' as const), sourceId: fc.constantFrom('a', 'b', 'c'), receivedMilli: quantityMilli, amountMinor: fc.integer({ min: -50_000, max: 50_000 }) }),
  );

  it('INV-26 what came in is what went out and what is left, to the minor unit', () => {
    fc.assert(fc.property(fc.array(anyChange, { maxLength: 60 }), (changes) => {
      const { pool, average, fifo } = after(changes);
      const quantity = changes.reduce((sum, change) => sum + (change.kind === 'revalue' ? 0 : change.kind === 'out' ? -change.quantityMilli : change.quantityMilli), 0);
      for (const [effects, left] of [[average, pool.average.valueMinor], [fifo, fifoValue(pool.fifo)]] as const) {
        const sum = (of: (effect: CostEffect) => number) => effects.reduce((total, effect) => total + of(effect), 0);
        expect(sum((effect) => effect.inMinor)).toBe(sum((effect) => effect.outMinor) + sum((effect) => effect.expensedMinor) + left);
        expect(sum((effect) => effect.valueMinor)).toBe(left);
      }
      expect(pool.average.quantityMilli).toBe(quantity);
      expect(pool.fifo.layers.reduce((total, layer) => total + layer.quantityMilli, 0) - pool.fifo.owed.quantityMilli).toBe(quantity);
      if (quantity === 0) expect([pool.average.valueMinor, fifoValue(pool.fifo)]).toEqual([0, 0]);
    }), { numRuns: 500 });
  });

  it('INV-26 the same changes in the same order give the same pool, in one go or in two', () => {
    fc.assert(fc.property(fc.array(anyChange, { maxLength: 40 }), fc.nat(40), (changes, cut) => {
      const whole = after(changes).pool;
      const stored = JSON.parse(JSON.stringify(after(changes.slice(0, cut)).pool)) as CostPool;
      const resumed = changes.slice(cut).reduce((pool, change) => applyCost(pool, change).pool, stored);
      expect(resumed).toEqual(whole);
    }));
  });
});
