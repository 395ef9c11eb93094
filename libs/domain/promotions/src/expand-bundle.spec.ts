import { expandBundle } from './expand-bundle';

const parts = [{ variantId: 'tent', quantity: 1, unitMinor: 2000 }, { variantId: 'peg', quantity: 2, unitMinor: 500 }];

describe('expandBundle', () => {
  it('PRM-20 sells an article as its parts, each at its own price', () => {
    expect(expandBundle({ parts }, 3)).toEqual([{ variantId: 'peg', quantity: 6, amountMinor: 3000 }, { variantId: 'tent', quantity: 3, amountMinor: 6000 }]);
  });

  it('PRM-20 shares one price by what the parts cost alone', () => {
    expect(expandBundle({ parts, priceMinor: 2500 }, 1).map(({ variantId, amountMinor }) => [variantId, amountMinor])).toEqual([['peg', 833], ['tent', 1667]]);
    expect(expandBundle({ parts, priceMinor: 2500 }, 2).reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(5000);
    expect(expandBundle({ parts: [...parts].reverse(), priceMinor: 2500 }, 1)).toEqual(expandBundle({ parts, priceMinor: 2500 }, 1));
  });

  it('PRM-20 refuses a bundle that is dearer than its parts', () => {
    expect(() => expandBundle({ parts, priceMinor: 3001 }, 1)).toThrow('no more than its parts');
    expect(() => expandBundle({ parts }, 0)).toThrow('cannot be sold');
  });
});
