import { isBelowCost, marginBasisPoints } from './margin';

const inclusive = { taxRateBasisPoints: 2000, taxInclusive: true };

it('takes the tax out of an inclusive price before the margin is reckoned', () => {
  expect(marginBasisPoints({ priceMinor: 1200, costMinor: 500, ...inclusive })).toBe(5000);
  expect(marginBasisPoints({ priceMinor: 1200, costMinor: 500, taxRateBasisPoints: 2000, taxInclusive: false })).toBe(5833);
});

it('rounds half away from zero, also below zero', () => {
  expect(marginBasisPoints({ priceMinor: 100, costMinor: 1735, ...inclusive })).toBe(-198_200);
  expect(marginBasisPoints({ priceMinor: 80_000, costMinor: 79_996, taxRateBasisPoints: 0, taxInclusive: false })).toBe(1);
  expect(marginBasisPoints({ priceMinor: 80_000, costMinor: 80_004, taxRateBasisPoints: 0, taxInclusive: false })).toBe(-1);
});

it('has no margin without a price', () => {
  expect(marginBasisPoints({ priceMinor: 0, costMinor: 500, ...inclusive })).toBeNull();
});

it('calls a price below cost when its net is, to the last minor unit', () => {
  // 6.00 with 20 % tax is exactly 5.00 net.
  expect(isBelowCost({ priceMinor: 600, costMinor: 500, ...inclusive })).toBe(false);
  expect(isBelowCost({ priceMinor: 599, costMinor: 500, ...inclusive })).toBe(true);
  expect(isBelowCost({ priceMinor: 599, costMinor: 500, taxRateBasisPoints: 2000, taxInclusive: false })).toBe(false);
  expect(isBelowCost({ priceMinor: 6_000_000_000_000, costMinor: 5_000_000_000_001, ...inclusive })).toBe(true);
});
