import { averageWeightMilli, receivedWeightProblem } from './received-weight';

describe('what came is weighed', () => {
  it('INV-152 asks for the weight of pieces of catch weight, and of nothing else', () => {
    const said = (usualWeightGrams: number | null, quantityMilli: number, weightMilli?: number) => receivedWeightProblem({ usualWeightGrams, quantityMilli, weightMilli });
    expect([said(1200, 10_000, 12_340), said(null, 10_000), said(1200, 0)]).toEqual([null, null, null]);
    expect([said(1200, 10_000), said(null, 10_000, 12_340), said(1200, 0, 500)]).toEqual(['weight_missing', 'weight_not_asked', 'weight_not_asked']);
  });

  it('INV-156 knows what a piece weighed as it came', () => {
    expect([averageWeightMilli({ quantityMilli: 10_000, weightMilli: 12_340 }), averageWeightMilli({ quantityMilli: 3000, weightMilli: 2000 }), averageWeightMilli({ quantityMilli: 0, weightMilli: 0 })]).toEqual([1234, 667, null]);
  });
});
