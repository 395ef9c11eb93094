import type { TransitionTable } from '@oneshelf/domain-kernel';

export type PaymentStatus = 'pending' | 'requires_action' | 'authorised' | 'captured' | 'cancelled' | 'failed';
export type PaymentAction = 'require_action' | 'authorise' | 'capture' | 'cancel' | 'fail';

/** A card is authorised, perhaps after a 3-D Secure step, then captured. Cash is captured at once. A new try is a new payment. */
export const paymentTransitions: TransitionTable<PaymentStatus, PaymentAction> = {
  pending: { require_action: 'requires_action', authorise: 'authorised', capture: 'captured', cancel: 'cancelled', fail: 'failed' },
  requires_action: { authorise: 'authorised', capture: 'captured', cancel: 'cancelled', fail: 'failed' },
  authorised: { capture: 'captured', cancel: 'cancelled', fail: 'failed' },
  captured: {},
  cancelled: {},
  failed: {},
};
