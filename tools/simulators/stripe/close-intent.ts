import type Stripe from 'stripe';
import { bookBalance, latestChargeOf } from './charge';
import { newRefund } from './refund';
import type { Call, Work } from './route';
import { badParameter, wrongState } from './stripe-error';
import { nowSeconds } from './stripe-state';

/** Takes the held money, all or a part of it. What is not taken goes back to the card at once, as in Stripe. */
export function captureIntent(call: Call, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const charge = latestChargeOf(call, intent);
  if (intent.status !== 'requires_capture' || charge === undefined) {
    throw wrongState(`This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`, { payment_intent: intent });
  }
  const amount = call.parameters.integer('amount_to_capture') ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) throw badParameter('amount_to_capture', 'The requested capture amount is greater than the amount you can capture for this charge.', 'amount_too_large');
  if (amount < 1) throw badParameter('amount_to_capture', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  const balance = bookBalance(call, { source: charge.id, amount, currency: charge.currency, type: 'charge' });
  const captured: Stripe.Charge = { ...charge, amount_captured: amount, balance_transaction: balance, captured: true };
  const settled = release(call, captured, charge.amount - amount);
  call.emit('charge.captured', settled);
  const metadata = call.parameters.metadata(intent.metadata);
  const done: Stripe.PaymentIntent = { ...intent, amount_capturable: 0, amount_received: amount, metadata, status: 'succeeded' };
  return save(call, done, 'payment_intent.succeeded');
}

const cancelable = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action', 'processing'];

export function cancelIntent(call: Call, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  if (!cancelable.includes(intent.status)) {
    throw wrongState(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`, { payment_intent: intent });
  }
  const reason = call.parameters.choice('cancellation_reason', ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']) ?? null;
  const charge = latestChargeOf(call, intent);
  if (intent.status === 'requires_capture' && charge !== undefined) release(call, charge, charge.amount);
  const canceled: Stripe.PaymentIntent = { ...intent, amount_capturable: 0, canceled_at: nowSeconds(), cancellation_reason: reason, next_action: null, status: 'canceled' };
  return save(call, canceled, 'payment_intent.canceled');
}

// Stripe shows money that was held and never taken as refunded on the charge, with a refund of its own.
function release(work: Work, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const released: Stripe.Charge = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: charge.amount_refunded + amount === charge.amount };
  work.state.store.put('charges', charge.id, released);
  if (amount === 0) return released;
  const refund = newRefund({ charge: released, amount, reason: null, metadata: {} });
  work.state.store.put('refunds', refund.id, refund);
  work.emit('charge.refunded', released);
  return released;
}

function save(work: Work, intent: Stripe.PaymentIntent, event: string): Stripe.PaymentIntent {
  work.state.store.put('paymentIntents', intent.id, intent);
  work.emit(event, intent);
  return intent;
}
