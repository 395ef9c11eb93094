import type { PriceReview } from '@oneshelf/contracts';
import type { ReviewedCell } from './reviewed-cells';

/** Prices of formulas count where a person should look, not as changes: nobody made them one by one. */
export function reviewTotals(changes: readonly ReviewedCell[], derived: readonly ReviewedCell[]): PriceReview['totals'] {
  const totals = { changed: changes.length, raised: 0, lowered: 0, added: 0, removed: 0, belowCost: 0, belowMap: 0, large: 0 };
  for (const { beforeMinor, afterMinor } of changes) {
    if (beforeMinor === null) totals.added += 1;
    else if (afterMinor !== null && afterMinor !== beforeMinor) totals[afterMinor > beforeMinor ? 'raised' : 'lowered'] += 1;
  }
  for (const cells of [changes, derived]) {
    for (const { checks } of cells) for (const check of checks) totals[countOf[check]] += 1;
  }
  return totals;
}

const countOf = { removed: 'removed', below_cost: 'belowCost', below_map: 'belowMap', large_change: 'large' } as const;
