import * as fc from 'fast-check';
import { shareByRatio, type RemainderTo } from './share-by-ratio';

const remainders: RemainderTo[] = ['largest_remainder', 'largest_ratio', 'first', 'nobody', 'nobody_in_sets'];
const shares = (amount: number, ratios: Parameters<typeof shareByRatio>[1], how: RemainderTo | Parameters<typeof shareByRatio>[2]): number[] => {
  const shared = shareByRatio(amount, ratios, typeof how === 'string' ? { remainderTo: how } : how);
  return [...shared.shares, shared.restMinor];
};

describe('shareByRatio', () => {
  it('KRN-12 [L-35] says who gets what is left over', () => {
    expect(remainders.map((to) => shares(1000, [3, 3, 1], to))).toEqual([[429, 428, 143, 0], [429, 429, 142, 0], [429, 429, 142, 0], [428, 428, 142, 2], [426, 426, 142, 6]]);
  });

  it('KRN-12 shares in steps of cash and in whole sets', () => {
    expect(shares(10_000, [1, 1, 1], { remainderTo: 'first', stepMinor: 5 })).toEqual([3335, 3335, 3330, 0]);
    expect(shares(100, [2, 3, 1], 'nobody_in_sets')).toEqual([32, 48, 16, 4]);
    // Less than a step cannot be paid out to anybody.
    expect(shares(1003, [1, 1], { remainderTo: 'first', stepMinor: 5 })).toEqual([500, 500, 3]);
  });

  it('KRN-12 takes fractions, nothing for a ratio of zero, and mirrors below zero', () => {
    expect(shares(1300, [{ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 7 }], 'nobody_in_sets')).toEqual([700, 600, 0]);
    expect(shares(101, [0, 1, 0, 1], 'first')).toEqual([0, 51, 0, 50, 0]);
    expect(shares(7, [0, 0], 'first')).toEqual([0, 0, 7]);
    expect(shares(-101, [1, 1], 'largest_remainder')).toEqual([-51, -50, 0]);
    expect(() => shareByRatio(1, [-1, 2])).toThrow('no ratio');
    expect(() => shareByRatio(0.5, [1])).toThrow('whole number');
  });

  it('KRN-12 loses nothing, whoever gets the rest', () => {
    const ratios = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), ratios, fc.constantFrom(...remainders), (amount, given, remainderTo) => {
      const { shares: found, restMinor } = shareByRatio(amount, given, { remainderTo });
      expect(found.reduce((sum, share) => sum + share, restMinor)).toBe(amount);
      const total = given.reduce((sum, ratio) => sum + ratio, 0);
      if (remainderTo !== 'nobody_in_sets' && total > 0) found.forEach((share, index) => expect(Math.abs(share - (amount * (given[index] ?? 0)) / total)).toBeLessThan(1.01));
      if (total > 0 && !remainderTo.startsWith('nobody')) expect(restMinor).toBe(0);
      expect(shareByRatio(-amount, given, { remainderTo }).shares).toEqual(found.map((share) => 0 - share + 0));
    }));
  });
});
