import type { PriceReview } from '@oneshelf/contracts';
import { isBelowCost, isBelowMap, isLargeChange, marginBasisPoints } from '@oneshelf/domain-pricing';

export type ReviewedPrice = PriceReview['books'][number]['changes'][number];

/** What a price is compared with. */
export interface ReviewedProduct {
  variantId: string;
  sku: string;
  title: string;
  costMinor: number | null;
  /** The maker's limit, where there is one. */
  mapMinor: number | null;
  taxRateBasisPoints: number;
}

/** One change with its margins and what to look at. */
export function reviewedChange(product: ReviewedProduct, taxInclusive: boolean, { fromMilli, beforeMinor, afterMinor }: Pick<ReviewedPrice, 'fromMilli' | 'beforeMinor' | 'afterMinor'>): ReviewedPrice {
  const { variantId, sku, title, costMinor, mapMinor, taxRateBasisPoints } = product;
  const input = (priceMinor: number | null) => (priceMinor === null || costMinor === null ? null : { priceMinor, costMinor, taxRateBasisPoints, taxInclusive });
  const [before, after] = [input(beforeMinor), input(afterMinor)];
  const checks: ReviewedPrice['checks'] = afterMinor === null ? ['removed'] : [];
  if (after && isBelowCost(after)) checks.push('below_cost');
  if (afterMinor !== null && mapMinor !== null && isBelowMap(afterMinor, [mapMinor])) checks.push('below_map');
  if (beforeMinor !== null && afterMinor !== null && isLargeChange(beforeMinor, afterMinor)) checks.push('large_change');
  return {
    variantId, sku, title, fromMilli, beforeMinor, afterMinor, costMinor,
    marginBeforeBasisPoints: before && marginBasisPoints(before), marginAfterBasisPoints: after && marginBasisPoints(after), checks,
  };
}
