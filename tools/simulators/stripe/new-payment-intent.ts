import type Stripe from 'stripe';
import type { Parameters } from './parameters';
import type { Call } from './route';
import { badParameter, missingParameter, noSuch, unknownParameter } from './stripe-error';
import { shippingFrom } from './shipping';
import { newId, nowSeconds } from './stripe-state';

// Stripe's least amounts of a charge, in minor units, for the currencies of the demo; 50 elsewhere is near enough for tests.
const leastAmount: Record<string, number> = { gbp: 30, eur: 50, usd: 50, chf: 50, jpy: 50 };

export function newPaymentIntent(call: Call): Stripe.PaymentIntent {
  const { parameters } = call;
  const id = newId('pi');
  const types = methodTypesFrom(call);
  return {
    ...blankIntent,
    id,
    allowed_payment_method_types: parameters.texts('allowed_payment_method_types') ?? null,
    amount: amountFrom(parameters),
    automatic_payment_methods: types === undefined ? automaticMethods(parameters) : null,
    capture_method: parameters.choice('capture_method', ['automatic', 'automatic_async', 'manual']) ?? defaultCapture(call.apiVersion),
    client_secret: `${id}_secret_${newId('x', 25).slice(2)}`,
    confirmation_method: parameters.choice('confirmation_method', ['automatic', 'manual']) ?? 'automatic',
    created: nowSeconds(),
    currency: parameters.requiredText('currency').toLowerCase(),
    customer: customerFrom(call),
    description: parameters.text('description') ?? null,
    metadata: parameters.metadata(),
    payment_method_options: { card: cardOptions(parameters) },
    payment_method_types: types ?? ['card'],
    receipt_email: parameters.text('receipt_email') ?? null,
    setup_future_usage: parameters.choice('setup_future_usage', ['off_session', 'on_session']) ?? null,
    shipping: shippingFrom(parameters.inner('shipping')),
    statement_descriptor: parameters.text('statement_descriptor') ?? null,
    statement_descriptor_suffix: parameters.text('statement_descriptor_suffix') ?? null,
    transfer_group: parameters.text('transfer_group') ?? null,
  };
}

/**
 * The types that a payment may use; undefined: what the account's settings allow. Since the API version of September 2026
 * `allowed_payment_method_types` says it, and `payment_method_types` is a field of the answer only.
 */
export function methodTypesFrom(call: Call): string[] | undefined {
  const old = call.parameters.texts('payment_method_types');
  if (old !== undefined && call.apiVersion >= '2026-09-30') throw unknownParameter('payment_method_types');
  return call.parameters.texts('allowed_payment_method_types') ?? old;
}

// From the version of April 2024 on, captures happen in the background unless asked otherwise.
const defaultCapture = (apiVersion: string): Stripe.PaymentIntent.CaptureMethod => (apiVersion < '2024-04-10' ? 'automatic' : 'automatic_async');

function automaticMethods(parameters: Parameters): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  const asked = parameters.inner('automatic_payment_methods');
  if (asked?.boolean('enabled') === false) return null;
  return { allow_redirects: asked?.choice('allow_redirects', ['always', 'never']) ?? 'always', enabled: true };
}

function cardOptions(parameters: Parameters): Stripe.PaymentIntent.PaymentMethodOptions.Card {
  const usage = parameters.inner('payment_method_options')?.inner('card')?.choice('setup_future_usage', ['none', 'off_session', 'on_session']);
  return { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic', ...(usage === undefined ? {} : { setup_future_usage: usage }) };
}

export function amountFrom(parameters: Parameters): number {
  const amount = parameters.integer('amount');
  if (amount === undefined) throw missingParameter('amount');
  const currency = parameters.requiredText('currency').toLowerCase();
  const least = leastAmount[currency] ?? 50;
  if (amount < 1) throw badParameter('amount', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (amount < least) throw badParameter('amount', `Amount must be at least ${least} ${currency}, in the smallest unit.`, 'amount_too_small');
  if (amount > 99_999_999) throw badParameter('amount', 'Amount must be no more than 99999999.', 'amount_too_large');
  return amount;
}

export function customerFrom(call: Call): string | null {
  const id = call.parameters.text('customer') ?? null;
  if (id !== null && call.state.store.get('customers', id) === undefined) throw noSuch('customer', id, 'customer');
  return id;
}

const blankIntent = {
  object: 'payment_intent' as const,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  canceled_at: null,
  cancellation_reason: null,
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: { enabled: false },
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  source: null,
  status: 'requires_payment_method' as const,
  transfer_data: null,
};
