import * as fc from 'fast-check';
import { allocate, apportion } from './allocate';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const weights = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 30 });
const bigWeights = fc.array(fc.integer({ min: 1, max: 1e14 }), { minLength: 1, maxLength: 20 });

describe('allocate', () => {
  it('KRN-1 gives the missing units to the greatest remainders, ties by index', () => {
    expect(allocate(1000, [1000, 1000, 1000])).toEqual([334, 333, 333]);
    expect(allocate(100, [1, 1, 98])).toEqual([1, 1, 98]);
    // 10 over 3:3:1 = 4.29, 4.29, 1.43 → the third has the greatest remainder, but is capped with the amount at 7.
    expect(allocate(10, [3, 3, 1])).toEqual([3, 3, 1]);
    expect(allocate(5, [30, 30, 10])).toEqual([2, 2, 1]);
    expect(allocate(0, [5, 5])).toEqual([0, 0]);
    expect(allocate(7, [])).toEqual([]);
  });

  it('KRN-1 caps the amount at the sum of the weights', () => {
    expect(allocate(500, [100, 200])).toEqual([100, 200]);
    expect(allocate(500, [0, 0])).toEqual([0, 0]);
  });

  it('KRN-1 [L-35] shares sum to the amount exactly and none exceeds its weight', () => {
    fc.assert(
      fc.property(weights, fc.nat(200_000_000), (given, amount) => {
        const shares = allocate(amount, given);
        expect(sum(shares)).toBe(Math.min(amount, sum(given)));
        shares.forEach((share, index) => expect(share >= 0 && share <= (given[index] ?? -1)).toBe(true));
      }),
    );
  });

  it('KRN-1 stays exact where the products are beyond 2^53', () => {
    fc.assert(
      fc.property(bigWeights, fc.integer({ min: 0, max: 1e14 }), (given, amount) => {
        const [shares, total] = [allocate(amount, given), BigInt(sum(given))];
        const capped = Math.min(amount, sum(given));
        expect(sum(shares)).toBe(capped);
        shares.forEach((share, index) => {
          const floor = Number((BigInt(capped) * BigInt(given[index] ?? 0)) / total);
          expect(share === floor || share === floor + 1).toBe(true);
        });
      }),
    );
  });

  it('KRN-1 does not depend on the order of distinct weights', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 10 }), fc.nat(5000), (given, amount) => {
        const shares = allocate(amount, given);
        const reversed = allocate(amount, [...given].reverse()).reverse();
        // Equal remainders of unequal weights may swap one unit; the multiset of gaps stays.
        expect(sum(reversed)).toBe(sum(shares));
        shares.forEach((share, index) => expect(Math.abs(share - (reversed[index] ?? 0))).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('KRN-1 refuses what is no whole amount or weight as a bug', () => {
    expect(() => allocate(1.5, [1, 2])).toThrow('whole number');
    expect(() => allocate(-1, [1, 2])).toThrow('whole number');
    expect(() => allocate(1, [-1, 2])).toThrow('weight');
  });
});

describe('apportion', () => {
  it('KRN-1 has no cap: all of the amount goes out', () => {
    expect(apportion(1000, [1, 1, 1])).toEqual([334, 333, 333]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(() => apportion(1, [0, 0])).toThrow('no weight');
    fc.assert(fc.property(weights.filter((given) => sum(given) > 0), fc.nat(1_000_000_000), (given, amount) => {
      expect(sum(apportion(amount, given))).toBe(amount);
    }));
  });
});
