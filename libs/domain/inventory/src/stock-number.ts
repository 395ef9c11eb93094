import { buckets, type StockBucket, type StockLevel } from './stock-level';

/** The numbers that people read of a level. */
export type StockNumber = 'on_hand' | 'available' | 'committed' | 'allotted' | 'unavailable';

const OF_THEIR_OWN: readonly StockBucket[] = ['sellable', 'committed', 'allotted'];

/** The buckets whose sum a number is, before holds: those are no movements of goods. */
export const bucketsOfNumber: Readonly<Record<StockNumber, readonly StockBucket[]>> = {
  on_hand: buckets,
  available: ['sellable'],
  committed: ['committed'],
  allotted: ['allotted'],
  unavailable: buckets.filter((bucket) => !OF_THEIR_OWN.includes(bucket)),
};

/** What the movements make a number, in thousandths; below zero where counters sold beyond it. */
export const numberOf = (number: StockNumber, level: Readonly<Record<StockBucket, number>> | StockLevel): number =>
  bucketsOfNumber[number].reduce((sum, bucket) => sum + level[bucket], 0);
