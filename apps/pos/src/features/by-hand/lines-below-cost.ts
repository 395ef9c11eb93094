import { lineAmount } from '@oneshelf/domain-kernel';
import { isBelowCost, pricedMilli, type Quote } from '@oneshelf/domain-pricing';
import type { Catalogue } from '../../local/catalogue';

/** Lines that are sold for less than they cost. Where no cost is known in the sale's currency, nothing is said. */
export const linesBelowCost = ({ lines, currency }: Quote, catalogue: Catalogue): string[] => lines.flatMap(({ lineId, variantId, totalMinor, taxRateBasisPoints, ...line }) => {
  const cost = catalogue.costOf(variantId);
  if (cost?.currency !== currency) return [];
  // What is paid for a line always holds its tax.
  return isBelowCost({ priceMinor: totalMinor, costMinor: lineAmount(cost.amountMinor, pricedMilli(line)), taxRateBasisPoints, taxInclusive: true }) ? [lineId] : [];
});
