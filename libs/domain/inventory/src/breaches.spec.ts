import * as fc from 'fast-check';
import { breachesOf, explainedLevel, type WatchedLevel } from './breaches';
import { buckets, emptyLevel, type StockBucket } from './stock-level';

/** 5 on the shelf, of which one is held; two kept for orders: each number is explained. */
const { override: _, ...folded } = { ...emptyLevel, sellable: 5000, committed: 2000, damaged: 1000 };
const right: WatchedLevel = { level: { ...folded, sellable: 4000, override: 0 }, heldMilli: 1000, folded, holdsMilli: 1000, reservedMilli: 2000, grantedMilli: 0 };

describe('breaches of a level', () => {
  it('INV-60 are none while movements, holds and reservations explain each number', () => {
    expect(breachesOf(right)).toEqual([]);
    expect(explainedLevel(right)).toEqual({ ...right.level, held: 1000 });
  });

  it('INV-60 a level that its movements do not explain is named with both numbers', () => {
    expect(breachesOf({ ...right, level: { ...right.level, sellable: 3000, damaged: 0 } })).toEqual([
      { rule: 'level_is_fold', bucket: 'sellable', shownMilli: 4000, explainedMilli: 5000 },
      { rule: 'level_is_fold', bucket: 'damaged', shownMilli: 0, explainedMilli: 1000 },
    ]);
  });

  it('INV-60 [L-22] [L-24] [L-54] what is kept for orders is what is reserved, and what is held is what the holds say', () => {
    expect(breachesOf({ ...right, reservedMilli: 3000 })).toEqual([{ rule: 'committed_is_reserved', bucket: 'committed', shownMilli: 2000, explainedMilli: 3000 }]);
    expect(breachesOf({ ...right, holdsMilli: 0 })).toEqual([{ rule: 'held_is_holds', bucket: 'held', shownMilli: 1000, explainedMilli: 0 }]);
  });

  it('INV-60 what is set aside for registers is what they are granted', () => {
    expect(breachesOf({ ...right, grantedMilli: 2000 })).toEqual([{ rule: 'allotted_is_granted', bucket: 'allotted', shownMilli: 0, explainedMilli: 2000 }]);
  });

  it('INV-60 nothing but sellable is below zero, and override says by how much that is', () => {
    const below = { ...right, level: { ...right.level, committed: -1000, override: 500 }, folded: { ...folded, committed: -1000 }, reservedMilli: -1000 };
    expect(breachesOf(below)).toEqual([
      { rule: 'never_below', bucket: 'committed', shownMilli: -1000, explainedMilli: 0 },
      { rule: 'never_below', bucket: 'override', shownMilli: 500, explainedMilli: 0 },
    ]);
  });

  it('INV-125 a lot that its movements do not explain is named at its place, the furthest off first', () => {
    expect(breachesOf({ ...right, lots: [] })).toEqual([]);
    expect(breachesOf({ ...right, lots: [{ place: 'shelf', shownMilli: 3000, explainedMilli: 2000 }, { place: 'shelf', shownMilli: 0, explainedMilli: 4000 }, { place: 'damaged', shownMilli: 1000, explainedMilli: 0 }] })).toEqual([
      { rule: 'lots_are_fold', bucket: 'shelf', shownMilli: 0, explainedMilli: 4000 },
      { rule: 'lots_are_fold', bucket: 'damaged', shownMilli: 1000, explainedMilli: 0 },
    ]);
  });

  it('INV-60 any one number that is off by any amount is found, and the explained level has none', () => {
    const number = fc.integer({ min: 0, max: 9000 });
    const wrong = fc.record({ bucket: fc.constantFrom<StockBucket>(...buckets), by: fc.integer({ min: 1, max: 500 }), sums: fc.tuple(number, number, number) });
    fc.assert(fc.property(wrong, ({ bucket, by, sums: [sellable, committed, holdsMilli] }) => {
      const given = { folded: { ...folded, sellable, committed }, holdsMilli, grantedMilli: 0 };
      const { held, ...level } = explainedLevel(given);
      const watched = { ...given, level, heldMilli: held, reservedMilli: committed };
      expect(breachesOf(watched)).toEqual([]);
      expect(breachesOf({ ...watched, level: { ...level, [bucket]: level[bucket] + by } }).map((found) => found.bucket)).toContain(bucket);
    }));
  });
});
