import { applyPromotions } from './apply-promotions';
import type { LinesReward } from './promotion';
import { aBasket, aLine, aPromotion } from './testing';

const off = (reward: Partial<LinesReward>, units: number, more = {}): number | undefined =>
  applyPromotions(aBasket([aLine('1', 1000, { units, ...more })]), [aPromotion('p', { kind: 'lines', per: 'unit', on: {}, discount: { amountOffMinor: 100 }, ...reward })]).discountMinorByLine.get('1');

describe('lineDiscount', () => {
  it('PRM-15 gives the first unit one discount and each further unit another', () => {
    const stepped = { furtherUnits: { amountOffMinor: 200 } };
    expect([off(stepped, 1), off(stepped, 2), off(stepped, 5)]).toEqual([100, 300, 900]);
    expect(off({ ...stepped, maxUnits: 3 }, 5)).toBe(500);
    expect(off({ ...stepped, maxUnits: 1 }, 5)).toBe(100);
    // The second one at half its price.
    expect(off({ discount: { percentBasisPoints: 0 }, furtherUnits: { percentBasisPoints: 5000 }, maxUnits: 2 }, 3)).toBe(500);
  });

  it('PRM-15 stops at the floor as every promotion', () => {
    expect(off({ furtherUnits: { amountOffMinor: 5000 } }, 3)).toBe(2100);
    expect(off({ furtherUnits: { amountOffMinor: 5000 } }, 3, { floorMinor: 2500 })).toBe(500);
  });
});
