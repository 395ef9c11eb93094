import { scaleRounded } from '@oneshelf/domain-kernel';

export interface StockViews {
  /** What the tills and the web shop show. Disjoint from `amazonMilli`. */
  eposMilli: number;
  /** What Amazon acknowledged last, plus the buffer held back for it. */
  amazonMilli: number;
  /** The last count, rolled forward by the ledger. */
  physicalMilli: number;
}

/**
 * Inventory synchronisation variance: |(EPOS + Amazon) ÷ physical − 1|, in basis points, half up (DOMAIN.md §1). 0: all
 * agree. Null is the alarm: something is offered though nothing is there, a variance without bound.
 */
export function isv({ eposMilli, amazonMilli, physicalMilli }: StockViews): number | null {
  const shown = eposMilli + amazonMilli;
  if (physicalMilli <= 0) return shown === 0 && physicalMilli === 0 ? 0 : null;
  return scaleRounded(Math.abs(shown - physicalMilli), { numerator: 10_000, denominator: physicalMilli }, 'half_up');
}
