import * as fc from 'fast-check';
import { bundleAtPlace, bundleCorrected } from './bundle-at-place';

const campSet = [{ variantId: 'mug', quantityMilli: 2000 }, { variantId: 'pot', quantityMilli: 1000 }];
const at = (onHand: number, sellable: number, physical: number) => ({ onHandMilli: onHand * 1000, sellableMilli: sellable * 1000, physicalMilli: physical * 1000 });

describe('a bundle at a place', () => {
  it('INV-148 is there as often as its components make it, by each number, and names what limits it', () => {
    const there = new Map([['mug', at(9, 7, 9)], ['pot', at(9, 9, 2)]]);
    expect(bundleAtPlace(campSet, (id) => there.get(id))).toEqual({ onHandMilli: 4000, sellableMilli: 3000, physicalMilli: 2000, limitedBy: 'mug' });
    expect(bundleAtPlace(campSet, () => undefined)).toEqual({ onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, limitedBy: 'mug' });
  });

  it('INV-148 a correction of a component counts as the whole bundles that it made or took', () => {
    const physical = new Map([['mug', 7000], ['pot', 9000]]);
    const corrected = new Map([['mug', { countedMilli: -1000, shrunkMilli: -2000 }]]);
    // 10 mugs made 5 sets; 2 were lost: 4; a count missed one more: 3.
    expect(bundleCorrected(campSet, (id) => physical.get(id) ?? 0, (id) => corrected.get(id))).toEqual({ countedMilli: -1000, shrunkMilli: -1000 });
    // There are pots enough with and without it.
    expect(bundleCorrected(campSet, (id) => physical.get(id) ?? 0, (id) => (id === 'pot' ? { countedMilli: -3000, shrunkMilli: 0 } : undefined))).toEqual({ countedMilli: 0, shrunkMilli: 0 });
  });

  it('INV-148 the corrections sum to what is there less what was', () => {
    const pieces = fc.integer({ min: 0, max: 20_000 });
    const change = fc.record({ countedMilli: fc.integer({ min: -9000, max: 9000 }), shrunkMilli: fc.integer({ min: -9000, max: 9000 }) });
    fc.assert(fc.property(fc.tuple(pieces, pieces), fc.tuple(change, change), ([mugs, pots], [ofMugs, ofPots]) => {
      const [now, changes] = [new Map([['mug', mugs], ['pot', pots]]), new Map([['mug', ofMugs], ['pot', ofPots]])];
      const bundlesOf = (milliOf: (id: string) => number) => bundleAtPlace(campSet, (id) => ({ onHandMilli: 0, sellableMilli: 0, physicalMilli: milliOf(id) })).physicalMilli;
      const before = bundlesOf((id) => (now.get(id) ?? 0) - (changes.get(id)?.countedMilli ?? 0) - (changes.get(id)?.shrunkMilli ?? 0));
      const { countedMilli, shrunkMilli } = bundleCorrected(campSet, (id) => now.get(id) ?? 0, (id) => changes.get(id));
      expect(countedMilli + shrunkMilli).toBe(bundlesOf((id) => now.get(id) ?? 0) - before);
    }));
  });
});
