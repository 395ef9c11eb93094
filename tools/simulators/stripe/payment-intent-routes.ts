import type Stripe from 'stripe';
import { cancelIntent, captureIntent } from './close-intent';
import { confirmIntent } from './confirm-intent';
import { listPage } from './list';
import { amountFrom, customerFrom, methodTypesFrom, newPaymentIntent } from './new-payment-intent';
import { paymentMethodFrom } from './payment-method';
import { listParameters, type Call, type Route } from './route';
import { shippingFrom } from './shipping';
import { badParameter, noSuch, wrongState } from './stripe-error';

const updateFields = ['allowed_payment_method_types', 'excluded_payment_method_types', 'amount', 'currency', 'customer', 'description', 'metadata', 'payment_method', 'payment_method_data', 'payment_method_options', 'payment_method_types', 'receipt_email', 'setup_future_usage', 'shipping', 'statement_descriptor', 'statement_descriptor_suffix', 'transfer_group', 'amount_details', 'payment_details'] as const;
const createFields = [...updateFields, 'automatic_payment_methods', 'capture_method', 'confirm', 'confirmation_method', 'error_on_requires_action', 'off_session', 'return_url', 'use_stripe_sdk', 'radar_options'] as const;
const confirmFields = ['allowed_payment_method_types', 'payment_method', 'payment_method_data', 'payment_method_options', 'payment_method_types', 'return_url', 'off_session', 'client_secret', 'receipt_email', 'shipping', 'setup_future_usage', 'use_stripe_sdk', 'error_on_requires_action', 'capture_method', 'mandate_data', 'key', 'expected_payment_method_type'] as const;

export const paymentIntentRoutes: Route[] = [
  { method: 'POST', path: '/v1/payment_intents', allows: createFields, run: create },
  { method: 'GET', path: '/v1/payment_intents', allows: [...listParameters, 'customer'], run: list },
  { method: 'GET', path: '/v1/payment_intents/:id', allows: ['client_secret', 'key'], browser: true, run: intentOf },
  { method: 'POST', path: '/v1/payment_intents/:id', allows: updateFields, run: update },
  { method: 'POST', path: '/v1/payment_intents/:id/confirm', allows: confirmFields, browser: true, run: (call) => confirm(call, intentOf(call)) },
  { method: 'POST', path: '/v1/payment_intents/:id/capture', allows: ['amount_to_capture', 'metadata', 'statement_descriptor', 'statement_descriptor_suffix', 'final_capture'], run: (call) => captureIntent(call, intentOf(call)) },
  { method: 'POST', path: '/v1/payment_intents/:id/cancel', allows: ['cancellation_reason'], run: (call) => cancelIntent(call, intentOf(call)) },
];

function intentOf(call: Call): Stripe.PaymentIntent {
  const id = call.path['id'] ?? '';
  const intent = call.state.store.get('paymentIntents', id);
  if (intent === undefined) throw noSuch('payment_intent', id);
  if (call.fromBrowser && call.parameters.text('client_secret') !== intent.client_secret) {
    throw badParameter('client_secret', 'The client_secret provided does not match any associated PaymentIntent.', 'resource_missing');
  }
  return intent;
}

function create(call: Call): Stripe.PaymentIntent {
  const intent = newPaymentIntent(call);
  save(call, intent);
  call.emit('payment_intent.created', intent);
  if (call.parameters.boolean('confirm') === true) return confirm(call, intent);
  return choosePaymentMethod(call, intent);
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

function confirm(call: Call, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const { parameters } = call;
  if (!confirmable.includes(intent.status)) {
    throw wrongState(`You cannot confirm this PaymentIntent because it has already ${intent.status === 'canceled' ? 'been canceled' : 'succeeded after being previously confirmed'}.`, { payment_intent: intent });
  }
  const reference = parameters.text('payment_method') ?? (typeof intent.payment_method === 'string' ? intent.payment_method : null);
  const method = paymentMethodFrom(call, reference, parameters.inner('payment_method_data'));
  if (method === undefined) {
    throw wrongState("You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.", { payment_intent: intent });
  }
  const returnUrl = parameters.text('return_url');
  if (intent.automatic_payment_methods?.allow_redirects === 'always' && !returnUrl) {
    throw badParameter('return_url', "This PaymentIntent accepts payment methods that may send the customer to another page, so a `return_url` is needed. If you don't want to accept these, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.", 'parameter_missing');
  }
  const options = { method, returnUrl, offSession: parameters.inner('off_session') !== undefined || parameters.boolean('off_session'), baseUrl: call.baseUrl };
  return confirmIntent(call, intent, options);
}

function update(call: Call): Stripe.PaymentIntent {
  const { parameters } = call;
  const old = intentOf(call);
  const open = confirmable.includes(old.status);
  if (!open && ['amount', 'currency', 'payment_method', 'payment_method_data', 'customer'].some((name) => parameters.has(name))) {
    throw wrongState(`This PaymentIntent's amount could not be updated because it has a status of ${old.status}. You may only update the amount of a PaymentIntent with one of the following statuses: ${confirmable.join(', ')}.`, { payment_intent: old });
  }
  const types = methodTypesFrom(call);
  const currency = parameters.text('currency')?.toLowerCase() ?? old.currency;
  const text = (name: string, before: string | null): string | null => (parameters.has(name) ? (parameters.text(name) ?? null) : before);
  const changed: Stripe.PaymentIntent = {
    ...old,
    amount: parameters.has('amount') ? amountFrom(withCurrency(call, currency)) : old.amount,
    currency,
    customer: parameters.has('customer') ? customerFrom(call) : old.customer,
    description: text('description', old.description),
    metadata: parameters.metadata(old.metadata),
    payment_method_types: types ?? old.payment_method_types,
    receipt_email: text('receipt_email', old.receipt_email),
    setup_future_usage: parameters.choice('setup_future_usage', ['off_session', 'on_session']) ?? old.setup_future_usage,
    shipping: parameters.has('shipping') ? shippingFrom(parameters.inner('shipping')) : old.shipping,
    statement_descriptor: text('statement_descriptor', old.statement_descriptor),
    statement_descriptor_suffix: text('statement_descriptor_suffix', old.statement_descriptor_suffix),
    transfer_group: text('transfer_group', old.transfer_group),
  };
  save(call, changed);
  return open ? choosePaymentMethod(call, changed) : changed;
}

// The amount's least value hangs on the currency, which an update may leave out.
const withCurrency = (call: Call, currency: string): Call['parameters'] => call.parameters.with('currency', currency);

function choosePaymentMethod(call: Call, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const method = paymentMethodFrom(call, call.parameters.text('payment_method'), call.parameters.inner('payment_method_data'));
  if (method === undefined) return intent;
  const chosen: Stripe.PaymentIntent = { ...intent, payment_method: method.id, next_action: null, status: 'requires_confirmation' };
  save(call, chosen);
  return chosen;
}

function list(call: Call): object {
  const customer = call.parameters.text('customer');
  const found = call.state.store.all('paymentIntents').filter((intent) => customer === undefined || intent.customer === customer);
  return listPage(call, '/v1/payment_intents', found);
}

function save(call: Call, intent: Stripe.PaymentIntent): void {
  call.state.store.put('paymentIntents', intent.id, intent);
}
