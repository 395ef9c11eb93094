import { scaleRounded } from '@oneshelf/domain-kernel';
import { marginOfSales, type SalesSums } from './sales-sums';

const WEEK_MS = 7 * 86_400_000;

/** What a week of sales comes to, and its margin. */
export interface WeekOfSales {
  unitsMilli: number;
  revenueMinor: number;
  netMinor: number;
  marginMinor: number;
  marginBasisPoints: number | null;
}

/** Sums of any length as those of one week, each rounded once: 4 weeks of 100.00 are 25.00 a week (PRC-83). */
export function perWeek(sums: SalesSums, lengthMs: number): WeekOfSales {
  const share = (amount: number): number => (lengthMs <= 0 ? 0 : scaleRounded(amount, { numerator: WEEK_MS, denominator: Math.round(lengthMs) }, 'half_up'));
  return { unitsMilli: share(sums.unitsMilli), revenueMinor: share(sums.revenueMinor), netMinor: share(sums.netMinor), marginMinor: share(sums.marginMinor), marginBasisPoints: marginOfSales(sums) };
}

/** Realised less predicted margin in basis points; null where either has none. Prices are what a publish decides, so the margin is what is held against it; units are the customers'. */
export const marginMiss = (predicted: WeekOfSales, realised: WeekOfSales): number | null =>
  predicted.marginBasisPoints === null || realised.marginBasisPoints === null ? null : realised.marginBasisPoints - predicted.marginBasisPoints;
