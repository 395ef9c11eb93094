import * as fc from 'fast-check';
import { derivePrice, type PriceFormula } from './derive-price';
import { findCycle } from './find-cycle';
import { marginBasisPoints } from './margin';

const formula = (more: Partial<PriceFormula>): PriceFormula => ({ percentBasisPoints: 0, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null, ...more });
const nines = { endsInMinor: 99, stepMinor: 100 };
const price = (baseMinor: number, more: Partial<PriceFormula>, costMinor: number | null = null): number => derivePrice(formula(more), { baseMinor, costMinor, taxRateBasisPoints: 2000 }).amountMinor;

describe('derivePrice', () => {
  it('PRC-17 goes percentage, surcharge, margin, ending, and says each step', () => {
    expect(derivePrice(formula({ percentBasisPoints: 400, ending: nines }), { baseMinor: 2000, costMinor: null, taxRateBasisPoints: 2000 })).toEqual({
      amountMinor: 2099, steps: [{ step: 'base', amountMinor: 2000 }, { step: 'percent', amountMinor: 2080 }, { step: 'ending', amountMinor: 2099 }],
    });
    expect(derivePrice(formula({ minMarginBasisPoints: 5000, ending: nines }), { baseMinor: 2000, costMinor: 1000, taxRateBasisPoints: 2000 })).toEqual({
      amountMinor: 2499, steps: [{ step: 'base', amountMinor: 2000 }, { step: 'margin_floor', amountMinor: 2400 }, { step: 'ending', amountMinor: 2499 }],
    });
    expect([price(1005, { percentBasisPoints: -1000 }), price(500, { surchargeMinor: -600 }), price(9900, { maxMarginBasisPoints: 5000 }, 1000)]).toEqual([905, 0, 2400]);
  });

  it('PRC-17 takes the nearest ending, ties up, never below the floor', () => {
    expect([2049, 2048, 2000, 2099, 2100, 30].map((base) => price(base, { ending: nines }))).toEqual([2099, 1999, 1999, 2099, 2099, 99]);
    expect(price(2000, { ending: { endsInMinor: 995, stepMinor: 1000 } })).toBe(1995);
    expect(price(2410, { minMarginBasisPoints: 5000, ending: nines }, 1000)).toBe(2499);
  });

  it('PRC-17 keeps the margin that it promises', () => {
    fc.assert(fc.property(fc.record({ baseMinor: fc.nat(1_000_000), costMinor: fc.integer({ min: 1, max: 500_000 }), margin: fc.nat(9000), ends: fc.boolean() }), ({ baseMinor, costMinor, margin, ends }) => {
      const { amountMinor } = derivePrice(formula({ minMarginBasisPoints: margin, ending: ends ? nines : null }), { baseMinor, costMinor, taxRateBasisPoints: 2000 });
      // Net, tax taken out: amount × 10000 ÷ 12000; net − cost ≥ margin × net, without dividing.
      expect(BigInt(amountMinor) * BigInt(10_000 - margin) >= BigInt(costMinor) * 12_000n).toBe(true);
      if (ends) expect(amountMinor % 100).toBe(99);
      expect(marginBasisPoints({ priceMinor: amountMinor, costMinor, taxRateBasisPoints: 2000, taxInclusive: true }) ?? 0).toBeGreaterThanOrEqual(margin - 1);
    }));
  });
});

describe('findCycle', () => {
  it('PRC-18 names the way round', () => {
    const derived = new Map([['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a'], ['e', 'e']]);
    expect(findCycle('a', derived)).toEqual(['a', 'b', 'c', 'a']);
    expect(findCycle('e', derived)).toEqual(['e', 'e']);
    expect(findCycle('d', derived)).toBeUndefined();
    expect(findCycle('b', new Map([['b', 'c']]))).toBeUndefined();
  });
});
