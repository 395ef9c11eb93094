import { move, type Result, type TransitionRefused, type TransitionTable } from '@oneshelf/domain-kernel';

export type PurchaseOrderStatus = 'draft' | 'sent' | 'partly_received' | 'received' | 'closed_short' | 'cancelled';
export type PurchaseOrderAction = 'edit' | 'send' | 'receive_part' | 'receive_all' | 'close' | 'cancel';

/** An order that goods came for cannot be cancelled: what is open of it is closed instead (PUR-1). */
export const orderTransitions: TransitionTable<PurchaseOrderStatus, PurchaseOrderAction> = {
  draft: { edit: 'draft', send: 'sent', cancel: 'cancelled' },
  sent: { edit: 'sent', receive_part: 'partly_received', receive_all: 'received', close: 'cancelled', cancel: 'cancelled' },
  partly_received: { edit: 'partly_received', receive_part: 'partly_received', receive_all: 'received', close: 'closed_short' },
  received: {},
  closed_short: {},
  cancelled: {},
};

/** Where an action leads, or why it cannot be done. */
export const orderStatusAfter = (from: PurchaseOrderStatus, action: PurchaseOrderAction): Result<PurchaseOrderStatus, TransitionRefused<PurchaseOrderStatus, PurchaseOrderAction>> => move(orderTransitions, from, action);
