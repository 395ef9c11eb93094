import { scaleRounded } from '@oneshelf/domain-kernel';
import { pricedMilli } from './priced-quantity';
import type { Quote } from './quote';

/** What goods came to, shipping left aside. Minor units; `revenueMinor` as customers paid it, the rest without tax. */
export interface SalesSums {
  baskets: number;
  unitsMilli: number;
  revenueMinor: number;
  netMinor: number;
  /** Only of what has a cost: net, and net less the cost. */
  costedNetMinor: number;
  marginMinor: number;
}

export type CostOf = (variantId: string) => number | null;

export const noSales = (): SalesSums => ({ baskets: 0, unitsMilli: 0, revenueMinor: 0, netMinor: 0, costedNetMinor: 0, marginMinor: 0 });

/** Adds a line of a quote; the costs are net of tax, of what the price is of, in the quote's currency. What has no cost has no margin (PRC-80). */
export function addLine(sums: SalesSums, line: Quote['lines'][number], costOf: CostOf): void {
  const netMinor = line.totalMinor - line.taxMinor;
  const costMinor = costOf(line.variantId);
  sums.unitsMilli += line.quantityMilli;
  sums.revenueMinor += line.totalMinor;
  sums.netMinor += netMinor;
  if (costMinor === null) return;
  sums.costedNetMinor += netMinor;
  sums.marginMinor += netMinor - scaleRounded(costMinor, { numerator: pricedMilli(line), denominator: 1000 }, 'half_up');
}

/** Margin on the net in basis points, half away from zero; null where nothing with a cost was sold. */
export const marginOfSales = ({ costedNetMinor, marginMinor }: SalesSums): number | null =>
  costedNetMinor <= 0 ? null : scaleRounded(marginMinor, { numerator: 10_000, denominator: costedNetMinor }, 'half_up');
