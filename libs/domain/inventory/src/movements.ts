import { invariant } from '@oneshelf/domain-kernel';
import type { Bucket, StockBucket } from './stock-level';

export type CauseKind = 'opening' | 'sale' | 'order' | 'fulfilment' | 'cancellation' | 'return' | 'adjustment' | 'transfer' | 'receipt' | 'count' | 'allotment' | 'assembly';

/** One double entry of goods: the quantity (thousandths, above zero) leaves one bucket and enters another. */
export interface Movement {
  variantId: string;
  locationId: string;
  from: Bucket;
  to: Bucket;
  quantityMilli: number;
  causeKind: CauseKind;
  causeId: string;
  reason: string;
}

/** What moves, where, and the document that says so. */
export interface Goods {
  variantId: string;
  locationId: string;
  quantityMilli: number;
  causeId: string;
  reason?: string;
}

export type Disposition = 'resellable' | 'refurbish' | 'quarantine' | 'damaged';

/** Where returned goods of a disposition go. */
export const bucketOfDisposition: Readonly<Record<Disposition, StockBucket>> = { resellable: 'sellable', refurbish: 'refurbish', quarantine: 'quarantine', damaged: 'damaged' };

/** Keeps goods for an order. The inverse is `release`. */
export const commit = (goods: Goods): Movement => movement(goods, 'order', ['sellable', 'committed']);

/** Gives kept goods back to sale: cancelled or refunded before hand-over. The inverse of `commit`. */
export const release = (goods: Goods): Movement => movement(goods, 'cancellation', ['committed', 'sellable']);

/** Kept goods leave with the customer or the carrier. */
export const fulfilCommitted = (goods: Goods): Movement => movement(goods, 'fulfilment', ['committed', 'customer']);

/** Sold and carried out at a till. The one movement that may take `sellable` below zero (INV-4). */
export const sellAtCounter = (goods: Goods): Movement => movement(goods, 'sale', ['sellable', 'customer']);

export const receive = (goods: Goods, causeKind: 'receipt' | 'opening' = 'receipt'): Movement => movement(goods, causeKind, ['supplier', 'sellable']);

/** Takes goods back from a customer into the bucket of their disposition. */
export const returnTo = (disposition: Disposition, goods: Goods): Movement => movement(goods, 'return', ['customer', bucketOfDisposition[disposition]]);

/** Moves goods between two states at one location, e.g. quarantine → sellable after a check. */
export const reclassify = (goods: Goods, from: StockBucket, to: StockBucket): Movement => movement(goods, 'adjustment', [from, to]);

export interface Adjustment extends Omit<Goods, 'quantityMilli'> {
  /** Above zero: found. Below zero: gone. Never zero. */
  deltaMilli: number;
  /** Default: sellable. */
  bucket?: StockBucket;
  causeKind?: 'adjustment' | 'count';
  reason: string;
}

/** Corrects what is recorded to what is there. Always with a reason. */
export function adjust({ deltaMilli, bucket = 'sellable', causeKind = 'adjustment', ...goods }: Adjustment): Movement {
  invariant(goods.reason.trim() !== '', 'an adjustment needs a reason');
  return movement({ ...goods, quantityMilli: Math.abs(deltaMilli) }, causeKind, deltaMilli > 0 ? ['shrink', bucket] : [bucket, 'shrink']);
}

function movement({ variantId, locationId, quantityMilli, causeId, reason = '' }: Goods, causeKind: CauseKind, [from, to]: [Bucket, Bucket]): Movement {
  invariant(Number.isSafeInteger(quantityMilli) && quantityMilli > 0, `a movement has a whole quantity above zero, not ${quantityMilli}`);
  invariant(from !== to, `a movement changes the bucket, not ${from} to itself`);
  return { variantId, locationId, from, to, quantityMilli, causeKind, causeId, reason };
}
