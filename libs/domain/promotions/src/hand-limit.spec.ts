import * as fc from 'fast-check';
import { handBreaches, handLimitOf, type HandLimit, type HandLine, type HandTarget } from './hand-limit';
import { applyManualDiscounts, type ManualDiscount } from './manual-discount';
import { aLine } from './testing';

const associate: HandLimit = { discountBasisPoints: 1000, priceBasisPoints: null };
const manager: HandLimit = { discountBasisPoints: 3000, priceBasisPoints: 5000 };

/** Lines after these discounts by hand, as the engine leaves them. */
function lines(amounts: Record<string, number>, given: readonly ManualDiscount[]): HandLine[] {
  const found = applyManualDiscounts(Object.entries(amounts).map(([lineId, amount]) => ({ ...aLine(lineId, amount), discountMinor: 0 })), given);
  return Object.entries(amounts).map(([lineId, amount]) => ({ lineId, usualMinor: amount, listMinor: amount, leftMinor: amount, manual: found.traceByLine.get(lineId) ?? [] }));
}

const off = (discountId: string, discount: ManualDiscount['discount'], lineIds?: string[]): ManualDiscount => ({ discountId, discount, reason: 'scratched', by: 'Sam', ...(lineIds ? { lineIds } : {}) });
const act = ({ discountId, lineIds }: ManualDiscount, limit: HandLimit) => ({ target: { kind: 'discount', discountId, lineIds } satisfies HandTarget, limit });
const breaches = (amounts: Record<string, number>, given: [ManualDiscount, HandLimit][]): string[] =>
  handBreaches(lines(amounts, given.map(([discount]) => discount)), given.map(([discount, limit]) => act(discount, limit))).map(({ because, takenMinor, allowedMinor }) => `${because} ${takenMinor} of ${allowedMinor}`);

describe('handLimitOf', () => {
  const limits = [{ role: 'associate', ...associate }, { role: 'store_manager', ...manager }];

  it('PRM-40 of several roles the most counts, and who has none may nothing', () => {
    expect(handLimitOf(['associate'], limits)).toEqual(associate);
    expect(handLimitOf(['associate', 'store_manager', 'finance'], limits)).toEqual(manager);
    expect(handLimitOf(['finance'], limits)).toEqual({ discountBasisPoints: 0, priceBasisPoints: null });
  });
});

describe('handBreaches', () => {
  it('PRM-41 a price by hand needs the right to set prices, and goes no further below the books than it says', () => {
    const line = (listMinor: number, usualMinor: number | null = 10_000): HandLine[] => [{ lineId: 'a', usualMinor, listMinor, leftMinor: listMinor, manual: [] }];
    const target = { kind: 'price', lineId: 'a' } as const;
    expect(handBreaches(line(9900), [{ target, limit: associate }])).toEqual([{ target, because: 'sets_no_prices', takenMinor: 100, allowedMinor: 0 }]);
    expect(handBreaches(line(5000), [{ target, limit: manager }])).toEqual([]);
    expect(handBreaches(line(4999), [{ target, limit: manager }])).toEqual([{ target, because: 'price_too_low', takenMinor: 5001, allowedMinor: 5000 }]);
    expect(handBreaches(line(12_000), [{ target, limit: manager }])).toEqual([]);
    expect(handBreaches(line(100, null), [{ target, limit: manager }])).toEqual([]);
    expect(handBreaches([], [{ target, limit: associate }])).toEqual([]);
  });

  it('PRM-42 a discount counts with those before it on its lines: two of ten percent are not ten percent', () => {
    const [first, second] = [off('1', { percentBasisPoints: 1000 }, ['a']), off('2', { percentBasisPoints: 1000 }, ['a'])];
    expect(breaches({ a: 5000, b: 5000 }, [[first, associate]])).toEqual([]);
    expect(breaches({ a: 5000, b: 5000 }, [[first, associate], [second, associate]])).toEqual(['discount_too_high 950 of 500']);
    expect(breaches({ a: 5000, b: 5000 }, [[first, associate], [off('2', { percentBasisPoints: 1000 }, ['b']), associate]])).toEqual([]);
    expect(breaches({ a: 5000, b: 5000 }, [[first, associate], [off('2', { percentBasisPoints: 1000 }), associate]])).toEqual(['discount_too_high 1450 of 1000']);
    expect(breaches({ a: 5000, b: 5000 }, [[off('1', { amountOffMinor: 1001 }), associate]])).toEqual(['discount_too_high 1001 of 1000']);
  });

  it('PRM-43 the share of its own limit is never beyond it, however it rounds', () => {
    const amount = fc.integer({ min: 1, max: 200_000 });
    fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 10_000 }), fc.boolean(), (amounts, basisPoints, perLine) => {
      const named = Object.fromEntries(amounts.map((each, index) => [`l${index}`, each]));
      const limit: HandLimit = { discountBasisPoints: basisPoints, priceBasisPoints: null };
      const given = perLine ? Object.keys(named).map((lineId) => off(lineId, { percentBasisPoints: basisPoints }, [lineId])) : [off('all', { percentBasisPoints: basisPoints })];
      expect(breaches(named, given.map((discount) => [discount, limit]))).toEqual([]);
    }));
  });

  it('PRM-44 whoever stands for an act is measured, and what another approved before leaves no more room for the next', () => {
    const [big, small] = [off('1', { percentBasisPoints: 2000 }, ['a']), off('2', { amountOffMinor: 100 }, ['a'])];
    expect(breaches({ a: 5000 }, [[big, associate]])).toEqual(['discount_too_high 1000 of 500']);
    expect(breaches({ a: 5000 }, [[big, manager]])).toEqual([]);
    expect(breaches({ a: 5000 }, [[big, manager], [small, associate]])).toEqual(['discount_too_high 1100 of 500']);
    expect(breaches({ a: 5000 }, [[big, manager], [small, manager]])).toEqual([]);
  });
});
