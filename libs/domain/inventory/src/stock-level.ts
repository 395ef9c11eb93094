/** States that goods on the premises are in. Their sum is what is on hand. */
export const buckets = ['sellable', 'committed', 'allotted', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine'] as const;
/** Where goods come from and go to. */
export const outsideBuckets = ['supplier', 'customer', 'shrink', 'transit', 'assembly'] as const;

export type StockBucket = (typeof buckets)[number];
export type OutsideBucket = (typeof outsideBuckets)[number];
export type Bucket = StockBucket | OutsideBucket;

/**
 * One variant at one location, in thousandths. `override`: how far counters sold `sellable` below zero, because a paid
 * sale always posts; it is max(0, −sellable) at every moment and shrinks when goods arrive.
 */
export type StockLevel = Readonly<Record<StockBucket, number>> & { readonly override: number };

export const emptyLevel: StockLevel = { sellable: 0, committed: 0, allotted: 0, safety: 0, quality_control: 0, damaged: 0, refurbish: 0, quarantine: 0, override: 0 };

export const isStockBucket = (bucket: Bucket): bucket is StockBucket => (buckets as readonly string[]).includes(bucket);

export interface Availability {
  onHandMilli: number;
  committedMilli: number;
  /** Granted to registers: theirs to sell, also while they are cut off. */
  allottedMilli: number;
  /** On hand, but not for sale: safety, quality control, damaged, refurbish, quarantine. */
  unavailableMilli: number;
  /** May be promised now; never below zero. */
  availableMilli: number;
}

export function availability(level: StockLevel): Availability {
  const onHandMilli = buckets.reduce((total, bucket) => total + level[bucket], 0);
  return {
    onHandMilli,
    committedMilli: level.committed,
    allottedMilli: level.allotted,
    unavailableMilli: onHandMilli - level.sellable - level.committed - level.allotted,
    availableMilli: Math.max(0, level.sellable),
  };
}
