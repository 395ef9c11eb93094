import { averageWeightMilli, costedQuantity, receivedWeightProblem } from './received-weight';
import { weighedAtCounter } from './weighed-at-counter';

describe('what came is weighed', () => {
  it('INV-152 asks for the weight of pieces of catch weight, and of nothing else', () => {
    const said = (usualWeightGrams: number | null, quantityMilli: number, weightMilli?: number) => receivedWeightProblem({ usualWeightGrams, quantityMilli, weightMilli });
    expect([said(1200, 10_000, 12_340), said(null, 10_000), said(1200, 0)]).toEqual([null, null, null]);
    expect([said(1200, 10_000), said(null, 10_000, 12_340), said(1200, 0, 500)]).toEqual(['weight_missing', 'weight_not_asked', 'weight_not_asked']);
  });

  it('INV-153 costs what it weighs, at the cost of a piece of the usual weight', () => {
    const worthMinor = (counted: Parameters<typeof costedQuantity>[0]) => { const { quantityMilli, perMilli } = costedQuantity(counted); return Math.round((960 * quantityMilli) / perMilli); };
    expect(worthMinor({ usualWeightGrams: 1200, quantityMilli: 10_000, weightMilli: 12_340 })).toBe(9872);
    expect([worthMinor({ usualWeightGrams: null, quantityMilli: 10_000, weightMilli: undefined }), worthMinor({ usualWeightGrams: 0, quantityMilli: 10_000, weightMilli: 12_340 })]).toEqual([9600, 9600]);
  });

  it('INV-154 is sold where there is a scale', () => {
    const [boot, wheel] = [{ id: 'boot', usualWeightGrams: null }, { id: 'wheel', usualWeightGrams: 1200 }];
    expect([weighedAtCounter([boot, undefined, wheel]), weighedAtCounter([boot, undefined])]).toEqual([wheel, null]);
  });

  it('INV-156 knows what a piece weighed as it came', () => {
    expect([averageWeightMilli({ quantityMilli: 10_000, weightMilli: 12_340 }), averageWeightMilli({ quantityMilli: 3000, weightMilli: 2000 }), averageWeightMilli({ quantityMilli: 0, weightMilli: 0 })]).toEqual([1234, 667, null]);
  });
});
