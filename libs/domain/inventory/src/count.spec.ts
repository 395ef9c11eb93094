import * as fc from 'fast-check';
import { adjustmentLimits, isWithin, undoMoves, type HandMove } from './adjustment-limit';
import { foldMovements } from './apply-movement';
import { accuracyBasisPoints, accuracyTargetBasisPoints, countMove, needsRecount, shelfBuckets, varianceMinor } from './count';
import { commit, receive, sellAtCounter, type Movement } from './movements';
import { availability } from './stock-level';

const goods = (quantityMilli: number) => ({ variantId: 'boot', locationId: 's1', quantityMilli, causeId: 'document' });
const counted = (countedMilli: number, expectedMilli: number, costMinor: number | null = null) => ({ countedMilli, expectedMilli, costMinor });
const moved = (line: ReturnType<typeof counted>): Movement[] => {
  const move = countMove(line);
  return move ? [{ ...goods(move.quantityMilli), from: move.from, to: move.to, causeKind: 'count', reason: '' }] : [];
};
const onShelf = (movements: Movement[]) => {
  const level = foldMovements(movements);
  return shelfBuckets.reduce((sum, bucket) => sum + level[bucket], 0);
};

describe('count', () => {
  it('INV-32 writes the difference to the instant of the scan, so that the level is what was counted and what moved since', () => {
    const units = fc.integer({ min: 1, max: 9 }).map((count) => count * 1000);
    const some = fc.array(fc.oneof(units.map((unit) => receive(goods(unit))), units.map((unit) => sellAtCounter(goods(unit))), units.map((unit) => commit(goods(unit)))), { maxLength: 12 });
    fc.assert(fc.property(some, some, fc.nat(30), (before, since, found) => {
      const line = counted(found * 1000, onShelf(before));
      expect(onShelf([...before, ...since, ...moved(line)])).toBe(found * 1000 + onShelf(since));
    }));
    const ledger = [receive(goods(10_000)), sellAtCounter(goods(2000)), ...moved(counted(9000, 10_000))];
    expect(availability(foldMovements(ledger))).toMatchObject({ onHandMilli: 7000 });
    expect(countMove(counted(5000, 5000))).toBeNull();
  });

  it('INV-33 posts below zero where less is there than is kept for orders', () => {
    const before = [receive(goods(5000)), commit(goods(3000))];
    expect(foldMovements([...before, ...moved(counted(1000, 5000))])).toMatchObject({ sellable: -2000, committed: 3000, override: 2000 });
  });

  it('INV-34 recounts a large variance by units or by value', () => {
    const threshold = { unitsMilli: 3000, valueMinor: 5000 };
    expect(needsRecount(counted(0, 1000, 8000), threshold)).toBe(true);
    expect(needsRecount(counted(0, 1000, 200), threshold)).toBe(false);
    expect(needsRecount(counted(4000, 1000), threshold)).toBe(true);
    expect(needsRecount(counted(1000, 1000, 8000), { unitsMilli: 0, valueMinor: 0 })).toBe(false);
    expect([varianceMinor(counted(0, 1500, 333)), varianceMinor(counted(1500, 0, 333)), varianceMinor(counted(0, 1000))]).toEqual([-500, 500, -0]);
  });

  it('INV-35 accuracy is the share of right numbers, rounded down', () => {
    const right = Array.from({ length: 97 }, () => counted(1000, 1000));
    expect(accuracyBasisPoints([...right, counted(0, 1000), counted(0, 1000), counted(0, 1000)])).toBe(accuracyTargetBasisPoints);
    expect(accuracyBasisPoints([counted(1, 1), counted(1, 1), counted(0, 1)])).toBe(6666);
    expect(accuracyBasisPoints([])).toBeNull();
  });
});

describe('corrections by hand', () => {
  it('INV-36 are within the limit of their role by units and by value', () => {
    expect(isWithin(adjustmentLimits.store_manager, { unitsMilli: 50_000, valueMinor: 100_000 })).toBe(true);
    expect(isWithin(adjustmentLimits.store_manager, { unitsMilli: 51_000, valueMinor: 0 })).toBe(false);
    expect(isWithin(adjustmentLimits.store_manager, { unitsMilli: 1000, valueMinor: 100_001 })).toBe(false);
  });

  it('INV-37 are undone by the same goods the way back', () => {
    const move: HandMove = { variantId: 'boot', locationId: 's1', from: 'quarantine', to: 'sellable', quantityMilli: 2000 };
    const start = receive(goods(5000));
    const asMovement = ({ from, to, quantityMilli }: HandMove): Movement => ({ ...goods(quantityMilli), from, to, causeKind: 'adjustment', reason: '' });
    expect(foldMovements([start, ...[move, ...undoMoves([move])].map(asMovement)])).toEqual(foldMovements([start]));
    expect(undoMoves(undoMoves([move]))).toEqual([move]);
  });
});
