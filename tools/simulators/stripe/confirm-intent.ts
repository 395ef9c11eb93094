import type Stripe from 'stripe';
import { createCharge } from './charge';
import { authenticationFailed, authenticationRequired, declineBody } from './decline';
import type { Work } from './route';
import { StripeError, type StripeErrorBody } from './stripe-error';
import { testCardOf, type Decline, type TestCard } from './test-cards';

export interface Confirmation {
  method: Stripe.PaymentMethod;
  returnUrl?: string | null | undefined;
  offSession?: boolean | undefined;
  /** Where the page of the simulator for 3-D Secure is. */
  baseUrl: string;
}

/** Confirms as far as it goes without the customer: charged, held, waiting for 3-D Secure, or declined (thrown as Stripe's 402). */
export function confirmIntent(work: Work, intent: Stripe.PaymentIntent, confirmation: Confirmation): Stripe.PaymentIntent {
  const { method } = confirmation;
  const card = cardOf(work, method);
  if (card?.authenticate && !confirmation.offSession) return waitForCustomer(work, intent, confirmation);
  const decline = card?.authenticate ? authenticationRequired : card?.decline;
  return charge(work, intent, { method, decline, authenticated: false });
}

/** The customer came through 3-D Secure, or not. Nothing happens when the intent waits no longer. */
export function finishAuthentication(work: Work, intent: Stripe.PaymentIntent, passed: boolean): Stripe.PaymentIntent {
  const method = work.state.store.get('paymentMethods', String(intent.payment_method));
  if (intent.status !== 'requires_action' || method === undefined) return intent;
  if (!passed) return refuse(work, intent, { ...authenticationFailed, payment_method: method });
  try {
    return charge(work, intent, { method, decline: cardOf(work, method)?.decline, authenticated: true });
  } catch (error) {
    // The customer is on a page, nobody waits for Stripe's answer: the intent says what happened.
    if (!(error instanceof StripeError)) throw error;
    return work.state.store.get('paymentIntents', intent.id) ?? intent;
  }
}

function cardOf(work: Work, method: Stripe.PaymentMethod): TestCard | undefined {
  return testCardOf(work.state.store.get('cardSecrets', method.id)?.number ?? '');
}

function waitForCustomer(work: Work, intent: Stripe.PaymentIntent, confirmation: Confirmation): Stripe.PaymentIntent {
  const returnUrl = confirmation.returnUrl ?? null;
  const url = `${confirmation.baseUrl}/3ds/${intent.id}${returnUrl === null ? '' : `?return_url=${encodeURIComponent(returnUrl)}`}`;
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } },
    payment_method: confirmation.method.id,
    status: 'requires_action',
  };
  return save(work, waiting, 'payment_intent.requires_action');
}

interface Attempt {
  method: Stripe.PaymentMethod;
  decline?: Decline | undefined;
  authenticated: boolean;
  readerId?: string | undefined;
}

/** One attempt at the bank, with all that follows for the intent. A decline is thrown after it was written down. */
export function charge(work: Work, intent: Stripe.PaymentIntent, attempt: Attempt): Stripe.PaymentIntent {
  const made = createCharge(work, { intent, ...attempt });
  const attempted = { ...intent, latest_charge: made.id, payment_method: attempt.method.id, next_action: null };
  if (attempt.decline !== undefined) {
    const error: StripeErrorBody = { ...declineBody(attempt.decline), charge: made.id, payment_method: attempt.method };
    const refused = refuse(work, attempted, error);
    throw new StripeError(402, { ...error, payment_intent: refused });
  }
  const held = intent.capture_method === 'manual';
  const amounts = held ? { amount_capturable: intent.amount } : { amount_received: intent.amount };
  const done: Stripe.PaymentIntent = { ...attempted, ...amounts, last_payment_error: null, status: held ? 'requires_capture' : 'succeeded' };
  return save(work, done, held ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded');
}

function refuse(work: Work, intent: Stripe.PaymentIntent, error: StripeErrorBody): Stripe.PaymentIntent {
  const refused: Stripe.PaymentIntent = { ...intent, last_payment_error: error, next_action: null, payment_method: null, status: 'requires_payment_method' };
  return save(work, refused, 'payment_intent.payment_failed');
}

function save(work: Work, intent: Stripe.PaymentIntent, event: string): Stripe.PaymentIntent {
  work.state.store.put('paymentIntents', intent.id, intent);
  work.emit(event, intent);
  return intent;
}
