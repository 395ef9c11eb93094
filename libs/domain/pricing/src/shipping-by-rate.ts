import { apportion } from '@oneshelf/domain-kernel';
import type { Quote, QuoteLine, QuoteShipping } from './quote';

/** A share of the shipping as the books take it: what was paid, the tax in it, and what promotions took off. */
export interface ShippingShareOfRate {
  taxRateBasisPoints: number;
  totalMinor: number;
  taxMinor: number;
  discountMinor: number;
}

type Priced = Partial<Pick<Quote, 'shipping' | 'taxes'>> & { lines: readonly Pick<QuoteLine, 'totalMinor' | 'taxMinor' | 'taxRateBasisPoints'>[] };

/**
 * The shipping of a quote by the rates of its goods, as it was frozen (PRC-85): what a rate's tax group holds beyond its
 * lines. Sums to the shipping exactly. Where the groups do not say it (several taxes on a line) it stands at the rate of
 * the goods that cost most. Nothing where nothing was shipped, as in quotes before engine 3.
 */
export function shippingByRate({ shipping = [], taxes = [], lines }: Priced): ShippingShareOfRate[] {
  const whole = (amount: 'totalMinor' | 'taxMinor' | 'discountMinor'): number => shipping.reduce((sum: number, charge: QuoteShipping) => sum + charge[amount], 0);
  if (shipping.length === 0) return [];
  const [totalMinor, taxMinor, discountMinor] = [whole('totalMinor'), whole('taxMinor'), whole('discountMinor')];
  const rates = [...new Set([...lines, ...taxes.map((group) => ({ taxRateBasisPoints: group.rateBasisPoints }))].map((each) => each.taxRateBasisPoints))].sort((a, b) => b - a);
  const shares = rates.map((rate) => {
    const [own, groups] = [lines.filter((line) => line.taxRateBasisPoints === rate), taxes.filter((group) => group.rateBasisPoints === rate)];
    const beyond = (ofGroups: 'grossMinor' | 'taxMinor', ofLines: 'totalMinor' | 'taxMinor'): number =>
      groups.reduce((sum, group) => sum + group[ofGroups], 0) - own.reduce((sum, line) => sum + line[ofLines], 0);
    // Goods without any tax are in no group: what was paid for sending them is what is left.
    return groups.length === 0 ? { rate, totalMinor: 0, taxMinor: 0 } : { rate, totalMinor: beyond('grossMinor', 'totalMinor'), taxMinor: beyond('taxMinor', 'taxMinor') };
  });
  const untaxed = shares.find((share) => share.rate === 0);
  const left = totalMinor - shares.reduce((sum, share) => sum + share.totalMinor, 0);
  if (untaxed && left > 0) untaxed.totalMinor += left;
  const adds = shares.reduce((sum, share) => sum + share.totalMinor, 0) === totalMinor && shares.reduce((sum, share) => sum + share.taxMinor, 0) === taxMinor;
  const isSound = adds && shares.every((share) => share.totalMinor >= share.taxMinor && share.taxMinor >= 0);
  if (!isSound) return [{ taxRateBasisPoints: dearestRate(lines), totalMinor, taxMinor, discountMinor }];
  const kept = shares.filter((share) => share.totalMinor > 0);
  // Sent for nothing: the discount still stands where the goods do.
  if (kept.length === 0) return [{ taxRateBasisPoints: dearestRate(lines), totalMinor, taxMinor, discountMinor }];
  const discounts = apportion(discountMinor, kept.map((share) => share.totalMinor));
  return kept.map((share, index) => ({ taxRateBasisPoints: share.rate, totalMinor: share.totalMinor, taxMinor: share.taxMinor, discountMinor: discounts[index] ?? 0 }));
}

function dearestRate(lines: Priced['lines']): number {
  const byRate = new Map<number, number>();
  for (const { taxRateBasisPoints, totalMinor } of lines) byRate.set(taxRateBasisPoints, (byRate.get(taxRateBasisPoints) ?? 0) + totalMinor);
  return [...byRate].sort(([rateA, a], [rateB, b]) => b - a || rateB - rateA)[0]?.[0] ?? 0;
}
