import { marginMiss, perWeek } from './price-outcome';
import { noSales } from './sales-sums';

const DAY_MS = 86_400_000;
const sums = { ...noSales(), unitsMilli: 8000, revenueMinor: 40_000, netMinor: 33_333, costedNetMinor: 33_333, marginMinor: 13_333 };

it('PRC-83 holds a week of what was predicted against a week of what was sold', () => {
  expect(perWeek(sums, 28 * DAY_MS)).toEqual({ unitsMilli: 2000, revenueMinor: 10_000, netMinor: 8333, marginMinor: 3333, marginBasisPoints: 4000 });
  expect(perWeek(sums, 3.5 * DAY_MS)).toMatchObject({ unitsMilli: 16_000, revenueMinor: 80_000 });
  expect(perWeek(sums, 0)).toMatchObject({ revenueMinor: 0, marginBasisPoints: 4000 });
});

it('PRC-83 misses by the difference of the margins, and by nothing where one has none', () => {
  const predicted = perWeek(sums, 28 * DAY_MS);
  expect(marginMiss(predicted, perWeek({ ...sums, marginMinor: 12_000 }, 7 * DAY_MS))).toBe(-400);
  expect(marginMiss(predicted, perWeek(noSales(), 7 * DAY_MS))).toBeNull();
});
