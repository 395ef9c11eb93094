import { isv, type StockViews } from '@oneshelf/domain-marketplace';

export interface PoolFacts {
  /** By the levels that tills and the web shop read: everything in the pool, whatever its state. */
  onHandMilli: number;
  /** Of it, what may be promised. */
  sellableMilli: number;
  /** By the ledger: the last count rolled forward. */
  physicalMilli: number;
  /** What the marketplace took last; null before the first time. */
  acknowledgedUnits: number | null;
  /** What the marketplace should show by the settings of its pool. */
  exposedUnits: number;
}

/**
 * Splits one pool into two shares that never overlap, so that nothing is counted twice (DOMAIN.md §1). What may be
 * promised is the marketplace's share: the units it shows, and the buffer that we hold back for it. The rest (promised
 * already, quarantined …) only our own counters see. When the marketplace has acknowledged what it should show, both
 * shares together are what is on hand.
 * 10 on hand, 9 sellable, buffer 10 % → 8 to show, 1 held back. Acknowledged 8: EPOS 1 + Amazon (8 + 1) = 10, ISV 0.
 * Still at 10: EPOS 1 + Amazon (10 + 1) = 12, ISV 20 %.
 */
export function stockViews({ onHandMilli, sellableMilli, physicalMilli, acknowledgedUnits, exposedUnits }: PoolFacts): StockViews {
  const availableMilli = Math.max(0, sellableMilli);
  return { eposMilli: onHandMilli - availableMilli, amazonMilli: (acknowledgedUnits ?? 0) * 1000 + (availableMilli - exposedUnits * 1000), physicalMilli };
}

/** The middle of all variances in basis points; ∞ (null) is above every number. Null when there is none, or it is ∞. */
export function medianIsv(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  const median = Math.round(middle.reduce((sum, value) => sum + value, 0) / middle.length);
  return Number.isFinite(median) ? median : null;
}

export const isvOf = (facts: PoolFacts): StockViews & { isvBasisPoints: number | null } => {
  const views = stockViews(facts);
  return { ...views, isvBasisPoints: isv(views) };
};
