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

type Move = Pick<ReviewedPrice, 'beforeMinor' | 'afterMinor'>;
type Yardstick = Pick<ReviewedProduct, 'costMinor' | 'mapMinor' | 'taxRateBasisPoints'>;

/** What a person should look at in a change. */
export function checksOf({ beforeMinor, afterMinor }: Move, { costMinor, mapMinor, taxRateBasisPoints }: Yardstick, taxInclusive: boolean): ReviewedPrice['checks'] {
  if (afterMinor === null) return ['removed'];
  const checks: ReviewedPrice['checks'] = [];
  if (costMinor !== null && isBelowCost({ priceMinor: afterMinor, costMinor, taxRateBasisPoints, taxInclusive })) checks.push('below_cost');
  if (mapMinor !== null && isBelowMap(afterMinor, [mapMinor])) checks.push('below_map');
  if (beforeMinor !== null && isLargeChange(beforeMinor, afterMinor)) checks.push('large_change');
  return checks;
}

/** One change with its margins and what to look at. */
export function reviewedChange(product: ReviewedProduct, taxInclusive: boolean, { fromMilli, beforeMinor, afterMinor }: Pick<ReviewedPrice, 'fromMilli' | 'beforeMinor' | 'afterMinor'>): ReviewedPrice {
  const { variantId, sku, title, costMinor, taxRateBasisPoints } = product;
  const margin = (priceMinor: number | null) => (priceMinor === null || costMinor === null ? null : marginBasisPoints({ priceMinor, costMinor, taxRateBasisPoints, taxInclusive }));
  return {
    variantId, sku, title, fromMilli, beforeMinor, afterMinor, costMinor,
    marginBeforeBasisPoints: margin(beforeMinor), marginAfterBasisPoints: margin(afterMinor), checks: checksOf({ beforeMinor, afterMinor }, product, taxInclusive),
  };
}
