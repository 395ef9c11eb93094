import fc from 'fast-check';
import { gs1CheckDigit } from './check-digit';
import { milliForPrice, milliOfAmount, readScaleLabel } from './scale-label';

const place = { today: '2026-11-22', fractionDigits: 2 };
const withCheck = (payload: string): string => payload + gs1CheckDigit(payload);

describe('labels of scales', () => {
  it('BAR-13 reads weight and price of the house’s labels', () => {
    expect(readScaleLabel(withCheck('218102700412'), place)).toEqual({ item: '81027', amount: 412, priceMinor: null });
    expect(readScaleLabel(withCheck('228102700989'), place)).toEqual({ item: '81027', amount: null, priceMinor: 989 });
    expect([readScaleLabel('2181027004120', place), readScaleLabel('5012345678900', place), readScaleLabel('SKU-1', place), readScaleLabel(withCheck('218102700000'), place)]).toEqual([null, null, null, null]);
  });

  it('BAR-13 reads them of GS1 symbols as well; where both stand, the weight counts', () => {
    expect(readScaleLabel('(01)09521234543213(3103)000412', place)).toEqual({ item: null, amount: 412, priceMinor: null });
    expect(readScaleLabel('(01)09521234543213(3103)000412(3922)989', place)).toEqual({ item: null, amount: 412, priceMinor: null });
    expect(milliOfAmount(412, 'kg')).toBe(412);
    expect(milliOfAmount(412, 'g')).toBe(412_000);
  });

  it('BAR-14 never asks for more than the label says, and for no thousandth less than that allows', () => {
    const cost = (unitMinor: number, milli: number) => Math.floor((unitMinor * milli) / 1000 + 0.5);
    expect(milliForPrice(989, 2400)).toBe(412);
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 50_000 }), (priceMinor, unitMinor) => {
      const milli = milliForPrice(priceMinor, unitMinor);
      expect(cost(unitMinor, milli)).toBeLessThanOrEqual(priceMinor);
      expect(cost(unitMinor, milli + 1)).toBeGreaterThan(priceMinor);
    }));
  });
});
