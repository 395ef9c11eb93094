import { isBelowMap, referenceDifference } from './reference-price';

it('PRC-94 says how far a price is from a reference, as a share of the reference', () => {
  expect(referenceDifference({ priceMinor: 9500, referenceMinor: 10_000 })).toBe(-500);
  expect(referenceDifference({ priceMinor: 10_000, referenceMinor: 9500 })).toBe(526);
  expect(referenceDifference({ priceMinor: 10_000, referenceMinor: 10_000 })).toBe(0);
  expect(referenceDifference({ priceMinor: 1, referenceMinor: 0 })).toBeNull();
});

it('PRC-94 reckons exactly with the largest prices', () => {
  expect(referenceDifference({ priceMinor: 1_000_000_000, referenceMinor: 999_999_999 })).toBe(0);
  expect(referenceDifference({ priceMinor: 1_000_000_000, referenceMinor: 1 })).toBe(9_999_999_990_000);
});

it('PRC-95 calls a price below the maker\'s limit when it is less, not when it is the limit; the highest limit counts', () => {
  expect([isBelowMap(8999, [9000]), isBelowMap(9000, [9000]), isBelowMap(9500, [9000, 9900]), isBelowMap(1, [])]).toEqual([true, false, true, false]);
});
