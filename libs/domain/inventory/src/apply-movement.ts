import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Movement } from './movements';
import { emptyLevel, isStockBucket, type Bucket, type StockLevel } from './stock-level';

export interface InsufficientInBucket {
  kind: 'insufficient_stock';
  variantId: string;
  locationId: string;
  bucket: Bucket;
  wantedMilli: number;
  availableMilli: number;
}

/** The level after a movement. Refuses to take a bucket below zero, save `sellable` by a paid sale at a counter. */
export function applyMovement(level: StockLevel, movement: Movement): Result<StockLevel, InsufficientInBucket> {
  const { from, quantityMilli: wantedMilli, variantId, locationId } = movement;
  const isCounterSale = from === 'sellable' && movement.causeKind === 'sale';
  if (isStockBucket(from) && !isCounterSale && level[from] < wantedMilli) {
    return refuse({ kind: 'insufficient_stock', variantId, locationId, bucket: from, wantedMilli, availableMilli: Math.max(0, level[from]) });
  }
  return ok(posted(level, movement));
}

/** Rebuilds a level from its ledger. Movements are facts: none is refused, and their order does not matter. */
export const foldMovements = (movements: readonly Movement[]): StockLevel => movements.reduce(posted, emptyLevel);

/** How much of a counter sale is beyond what is sellable: the part that breaks another promise and becomes a task. */
export const overrideOf = (level: StockLevel, quantityMilli: number): number => Math.max(0, quantityMilli - Math.max(0, level.sellable));

function posted(level: StockLevel, { from, to, quantityMilli }: Movement): StockLevel {
  const after = { ...level };
  if (isStockBucket(from)) after[from] -= quantityMilli;
  if (isStockBucket(to)) after[to] += quantityMilli;
  return { ...after, override: Math.max(0, -after.sellable) };
}
