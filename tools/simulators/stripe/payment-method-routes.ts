import type Stripe from 'stripe';
import { declineBody } from './decline';
import { listPage } from './list';
import { createPaymentMethod, paymentMethodFrom } from './payment-method';
import { listParameters, type Call, type Route } from './route';
import { noSuch, StripeError } from './stripe-error';
import { testCardOf } from './test-cards';

export const paymentMethodRoutes: Route[] = [
  { method: 'POST', path: '/v1/payment_methods', allows: ['type', 'card', 'billing_details', 'metadata', 'allow_redisplay', 'guid', 'muid', 'sid', 'key', 'payment_user_agent', 'time_on_page'], browser: true, run: (call) => createPaymentMethod(call, call.parameters) },
  { method: 'GET', path: '/v1/payment_methods', allows: [...listParameters, 'customer', 'type'], run: (call) => list(call, call.parameters.text('customer') ?? null, '/v1/payment_methods') },
  { method: 'GET', path: '/v1/customers/:id/payment_methods', allows: [...listParameters, 'type'], run: (call) => list(call, call.path['id'] ?? null, `/v1/customers/${call.path['id']}/payment_methods`) },
  { method: 'GET', path: '/v1/payment_methods/:id', allows: [], run: retrieve },
  { method: 'POST', path: '/v1/payment_methods/:id/attach', allows: ['customer'], run: attach },
  { method: 'POST', path: '/v1/payment_methods/:id/detach', allows: [], run: detach },
];

function retrieve(call: Call): Stripe.PaymentMethod {
  const id = call.path['id'] ?? '';
  const found = call.state.store.get('paymentMethods', id);
  if (found === undefined) throw noSuch('PaymentMethod', id);
  return found;
}

function list(call: Call, customer: string | null, url: string): object {
  return listPage(call, url, call.state.store.all('paymentMethods').filter((method) => method.customer === customer));
}

function attach(call: Call): Stripe.PaymentMethod {
  const customer = call.parameters.requiredText('customer');
  if (call.state.store.get('customers', customer) === undefined) throw noSuch('customer', customer, 'customer');
  const method = paymentMethodFrom(call, call.path['id']);
  if (method === undefined) throw noSuch('PaymentMethod', call.path['id'] ?? '');
  const card = testCardOf(call.state.store.get('cardSecrets', method.id)?.number ?? '');
  if (card?.decline !== undefined && card.attachDeclined) throw new StripeError(402, declineBody(card.decline));
  const attached = { ...method, customer };
  call.state.store.put('paymentMethods', method.id, attached);
  call.emit('payment_method.attached', attached);
  return attached;
}

function detach(call: Call): Stripe.PaymentMethod {
  const detached = { ...retrieve(call), customer: null };
  call.state.store.put('paymentMethods', detached.id, detached);
  call.emit('payment_method.detached', detached);
  return detached;
}
