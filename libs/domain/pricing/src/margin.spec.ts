import { isBelowCost, isLargeChange, marginBasisPoints } from './margin';

const inclusive = { taxRateBasisPoints: 2000, taxInclusive: true };

it('PRC-13 takes the tax out of an inclusive price before the margin is reckoned', () => {
  expect(marginBasisPoints({ priceMinor: 1200, costMinor: 500, ...inclusive })).toBe(5000);
  expect(marginBasisPoints({ priceMinor: 1200, costMinor: 500, taxRateBasisPoints: 2000, taxInclusive: false })).toBe(5833);
});

it('PRC-13 rounds half away from zero, also below zero', () => {
  expect(marginBasisPoints({ priceMinor: 100, costMinor: 1735, ...inclusive })).toBe(-198_200);
  expect(marginBasisPoints({ priceMinor: 80_000, costMinor: 79_996, taxRateBasisPoints: 0, taxInclusive: false })).toBe(1);
  expect(marginBasisPoints({ priceMinor: 80_000, costMinor: 80_004, taxRateBasisPoints: 0, taxInclusive: false })).toBe(-1);
});

it('PRC-13 has no margin without a price', () => {
  expect(marginBasisPoints({ priceMinor: 0, costMinor: 500, ...inclusive })).toBeNull();
});

it('PRC-14 calls a price below cost when its net is, to the last minor unit', () => {
  // 6.00 with 20 % tax is exactly 5.00 net.
  expect(isBelowCost({ priceMinor: 600, costMinor: 500, ...inclusive })).toBe(false);
  expect(isBelowCost({ priceMinor: 599, costMinor: 500, ...inclusive })).toBe(true);
  expect(isBelowCost({ priceMinor: 599, costMinor: 500, taxRateBasisPoints: 2000, taxInclusive: false })).toBe(false);
  expect(isBelowCost({ priceMinor: 6_000_000_000_000, costMinor: 5_000_000_000_001, ...inclusive })).toBe(true);
});

it('PRC-15 calls a change large beyond one half of the price before, up or down', () => {
  expect([isLargeChange(1000, 1500), isLargeChange(1000, 1501), isLargeChange(1000, 500), isLargeChange(1000, 499), isLargeChange(0, 500)]).toEqual([false, true, false, true, false]);
});
