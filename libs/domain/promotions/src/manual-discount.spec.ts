import { applyManualDiscounts, type ManualDiscount } from './manual-discount';
import { aLine } from './testing';

const given = (discountId: string, discount: ManualDiscount['discount'], lineIds?: string[]): ManualDiscount => ({ discountId, discount, reason: 'a scratch', by: 'Kim', ...(lineIds ? { lineIds } : {}) });
const lines = [{ ...aLine('b', 3000), discountMinor: 0 }, { ...aLine('a', 7000, { floorMinor: 6500 }), discountMinor: 1000 }];
const off = (...discounts: ManualDiscount[]): Record<string, number> => Object.fromEntries(applyManualDiscounts(lines, discounts).discountMinorByLine);

describe('applyManualDiscounts', () => {
  it('PRM-19 [L-35] shares what comes off the basket by what is left of its lines', () => {
    expect(off(given('1', { amountOffMinor: 1000 }))).toEqual({ a: 667, b: 333 });
    expect(off(given('1', { percentBasisPoints: 1000 }))).toEqual({ a: 600, b: 300 });
    expect(off(given('1', { priceMinor: 8000 }))).toEqual({ a: 667, b: 333 });
  });

  it('PRM-19 takes from the lines that are named, in the order given, each off what is left', () => {
    expect(off(given('1', { amountOffMinor: 1000 }, ['b']), given('2', { percentBasisPoints: 5000 }, ['b']))).toEqual({ b: 2000 });
    expect(off(given('2', { percentBasisPoints: 5000 }, ['b']), given('1', { amountOffMinor: 1000 }, ['b']))).toEqual({ b: 2500 });
  });

  it('PRM-19 [L-41] never goes below zero, and passes the floor of promotions', () => {
    const { discountMinorByLine, discounts } = applyManualDiscounts(lines, [given('1', { amountOffMinor: 1_000_000 }), given('2', { percentBasisPoints: 1000 })]);
    expect(Object.fromEntries(discountMinorByLine)).toEqual({ a: 6000, b: 3000 });
    expect(discounts.map(({ discountId, amountMinor }) => [discountId, amountMinor])).toEqual([['1', 9000], ['2', 0]]);
  });

  it('PRM-19 says of each line why and who', () => {
    expect(applyManualDiscounts(lines, [given('1', { amountOffMinor: 500 }, ['b'])]).traceByLine.get('b')).toEqual([{ discountId: '1', reason: 'a scratch', by: 'Kim', amountMinor: 500 }]);
    expect(() => applyManualDiscounts(lines, [{ ...given('1', { amountOffMinor: 500 }), reason: ' ' }])).toThrow('no reason');
  });

  it('PRM-19 the order of the lines changes nothing', () => {
    expect(applyManualDiscounts([...lines].reverse(), [given('1', { amountOffMinor: 1001 })])).toEqual(applyManualDiscounts(lines, [given('1', { amountOffMinor: 1001 })]));
  });
});
