import type { Recipe } from './bundle';
import { recipesAsSold, stockAfterSales } from './bundles-as-sold';

const campSet: Recipe = [{ variantId: 'mug', quantityMilli: 2000 }, { variantId: 'pot', quantityMilli: 1000 }];
const biggerSet: Recipe = [{ variantId: 'mug', quantityMilli: 3000 }];
const units = (variantId: string, count: number) => ({ variantId, quantityMilli: count * 1000 });

describe('a bundle that was sold at a till', () => {
  it('INV-145 is made as it was sold, and as it is now where nothing was said; what was not sold is left out', () => {
    const now = new Map([['camp', biggerSet], ['trail', campSet]]);
    const said = new Map([['camp', campSet], ['other', campSet]]);
    expect([...recipesAsSold([units('camp', 1), units('trail', 1)], said, now)]).toEqual([['camp', campSet], ['trail', campSet]]);
    expect(recipesAsSold([units('camp', 1)], new Map(), now)).toEqual(now);
    // It is a bundle no more.
    expect([...recipesAsSold([units('camp', 1)], said, new Map())]).toEqual([['camp', campSet]]);
  });

  it('INV-146 leaves what its components still make, as each sale took them', () => {
    const there = new Map([['mug', 7000], ['pot', 9000], ['camp', 3000]]);
    const sales = [{ lines: [units('camp', 1)], recipes: new Map([['camp', campSet]]) }, { lines: [units('mug', 1)], recipes: new Map() }];
    expect([...stockAfterSales(there, sales, new Map([['camp', campSet]]))]).toEqual([['mug', 4000], ['pot', 8000], ['camp', 2000]]);
    expect(stockAfterSales(there, sales, new Map([['camp', biggerSet]])).get('camp')).toBe(1000);
  });

  it('INV-146 is never less than none, and is there where no bundle was counted before', () => {
    expect([...stockAfterSales(new Map([['pot', 1000]]), [{ lines: [units('mug', 1)], recipes: new Map() }], new Map([['camp', campSet]]))]).toEqual([['pot', 1000], ['mug', -1000], ['camp', 0]]);
  });
});
