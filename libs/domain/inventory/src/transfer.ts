import { move, ok, refuse, type Result, type TransitionRefused, type TransitionTable } from '@oneshelf/domain-kernel';
import type { Bucket } from './stock-level';

export type TransferStatus = 'requested' | 'approved' | 'shipped' | 'received' | 'cancelled';
export type TransferAction = 'approve' | 'ship' | 'close' | 'cancel';

/** Goods that have left are called back by a transfer the other way, not by cancelling. */
const transferMoves: TransitionTable<TransferStatus, TransferAction> = {
  requested: { approve: 'approved', cancel: 'cancelled' },
  approved: { ship: 'shipped', cancel: 'cancelled' },
  shipped: { close: 'received' },
  received: {},
  cancelled: {},
};

export const moveTransfer = (from: TransferStatus, action: TransferAction): Result<TransferStatus, TransitionRefused<TransferStatus, TransferAction>> => move(transferMoves, from, action);

/** What became of the units of one line, in thousandths. */
export interface TransferLine {
  lineId: string;
  requestedMilli: number;
  shippedMilli: number;
  /** Arrived and for sale. */
  receivedMilli: number;
  damagedMilli: number;
  /** Sent, and given up. */
  missingMilli: number;
  /** Arrived beyond what was sent. */
  surplusMilli: number;
}

/** One line of one receipt: what was in the boxes, and what will not come any more. */
export interface TransferReceiptLine {
  lineId: string;
  receivedMilli: number;
  damagedMilli: number;
  missingMilli: number;
  surplusMilli: number;
}

export type ReceiptRefusal =
  | { kind: 'unknown_line'; lineId: string }
  | { kind: 'nothing_received' }
  | { kind: 'received_too_many'; lineId: string; inTransitMilli: number };

/** Units of a line that are on the road. */
export const inTransitOf = (line: Omit<TransferLine, 'lineId'>): number => line.shippedMilli - line.receivedMilli - line.damagedMilli - line.missingMilli;

export const isSettled = (lines: readonly TransferLine[]): boolean => lines.every((line) => inTransitOf(line) === 0);

/** True where what arrived is not what was sent. */
export const hasDifference = (lines: readonly TransferLine[]): boolean => lines.some((line) => line.missingMilli > 0 || line.surplusMilli > 0 || line.damagedMilli > 0);

/** The lines after a receipt. What arrives beyond what is on the road is said as `surplusMilli`, never as received. */
export function receiveTransfer(lines: readonly TransferLine[], receipt: readonly TransferReceiptLine[]): Result<TransferLine[], ReceiptRefusal> {
  const after = new Map(lines.map((line) => [line.lineId, line]));
  let moved = 0;
  for (const given of receipt) {
    const line = after.get(given.lineId);
    if (!line) return refuse({ kind: 'unknown_line', lineId: given.lineId });
    const settled = given.receivedMilli + given.damagedMilli + given.missingMilli;
    if (settled > inTransitOf(line)) return refuse({ kind: 'received_too_many', lineId: given.lineId, inTransitMilli: inTransitOf(line) });
    moved += settled + given.surplusMilli;
    after.set(given.lineId, {
      ...line,
      receivedMilli: line.receivedMilli + given.receivedMilli,
      damagedMilli: line.damagedMilli + given.damagedMilli,
      missingMilli: line.missingMilli + given.missingMilli,
      surplusMilli: line.surplusMilli + given.surplusMilli,
    });
  }
  return moved === 0 ? refuse({ kind: 'nothing_received' }) : ok([...after.values()]);
}

/** Which buckets a line of a receipt moves goods between, at the receiver. */
export function receiptMoves(given: TransferReceiptLine): { from: Bucket; to: Bucket; quantityMilli: number; reason: string }[] {
  return (
    [
      { from: 'transit', to: 'sellable', quantityMilli: given.receivedMilli, reason: '' },
      { from: 'transit', to: 'damaged', quantityMilli: given.damagedMilli, reason: 'damaged on the way' },
      { from: 'transit', to: 'shrink', quantityMilli: given.missingMilli, reason: 'missing from a transfer' },
      { from: 'shrink', to: 'sellable', quantityMilli: given.surplusMilli, reason: 'more than was sent' },
    ] as const
  ).filter(({ quantityMilli }) => quantityMilli > 0);
}
