import type { Bucket } from './stock-level';

/** Why a number is corrected by hand. */
export const adjustmentReasons = ['damaged', 'theft', 'found', 'sample', 'expired', 'wrong_delivery', 'repaired', 'checked', 'sheet', 'other'] as const;
export type AdjustmentReason = (typeof adjustmentReasons)[number];

export interface AdjustmentLimit {
  unitsMilli: number;
  valueMinor: number;
}

/** How far a role may go alone, in one act. Above it a second person says yes. */
export const adjustmentLimits = {
  associate: { unitsMilli: 5_000, valueMinor: 10_000 },
  store_manager: { unitsMilli: 50_000, valueMinor: 100_000 },
  operations: { unitsMilli: 5_000_000, valueMinor: 5_000_000 },
} as const satisfies Record<string, AdjustmentLimit>;
export type LimitedRole = keyof typeof adjustmentLimits;

/** Units and value that an act moves, without signs: ten found and ten gone are twenty. */
export const isWithin = (limit: AdjustmentLimit, moved: AdjustmentLimit): boolean => moved.unitsMilli <= limit.unitsMilli && moved.valueMinor <= limit.valueMinor;

/** Buckets that a person may move goods between by hand. What is kept for orders or checkouts moves with them only. */
export const handBuckets = ['sellable', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine'] as const;
export type HandBucket = (typeof handBuckets)[number];

export interface HandMove {
  variantId: string;
  locationId: string;
  from: Bucket;
  to: Bucket;
  quantityMilli: number;
  /** Of one piece; the quantity is then 1000. */
  serialNumber?: string;
  lotId?: string;
}

/** The same goods the way back. */
export const undoMoves = (moves: readonly HandMove[]): HandMove[] => moves.map((move) => ({ ...move, from: move.to, to: move.from }));
