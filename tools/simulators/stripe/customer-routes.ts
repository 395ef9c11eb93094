import type Stripe from 'stripe';
import { listPage } from './list';
import { addressFrom } from './payment-method';
import { shippingFrom } from './shipping';
import { listParameters, type Call, type Route } from './route';
import { noSuch } from './stripe-error';
import { newId, nowSeconds } from './stripe-state';

const fields = ['address', 'balance', 'description', 'email', 'invoice_settings', 'metadata', 'name', 'payment_method', 'phone', 'preferred_locales', 'shipping', 'tax', 'tax_exempt'] as const;

export const customerRoutes: Route[] = [
  { method: 'POST', path: '/v1/customers', allows: fields, run: create },
  { method: 'GET', path: '/v1/customers', allows: [...listParameters, 'email'], run: list },
  { method: 'GET', path: '/v1/customers/:id', allows: [], run: customerOf },
  { method: 'POST', path: '/v1/customers/:id', allows: fields, run: update },
  { method: 'DELETE', path: '/v1/customers/:id', allows: [], run: remove },
];

function customerOf(call: Call): Stripe.Customer {
  const id = call.path['id'] ?? '';
  const found = call.state.store.get('customers', id);
  if (found === undefined) throw noSuch('customer', id);
  return found;
}

function create(call: Call): Stripe.Customer {
  const blank: Stripe.Customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: nowSeconds(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: newId('x', 8).slice(2).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  return save(call, withChanges(call, blank), 'customer.created');
}

function update(call: Call): Stripe.Customer {
  return save(call, withChanges(call, customerOf(call)), 'customer.updated');
}

function withChanges(call: Call, old: Stripe.Customer): Stripe.Customer {
  const { parameters } = call;
  const text = (name: string, before: string | null | undefined): string | null => (parameters.has(name) ? (parameters.text(name) ?? null) : (before ?? null));
  return {
    ...old,
    address: parameters.has('address') ? addressFrom(parameters.inner('address')) : (old.address ?? null),
    description: text('description', old.description),
    email: text('email', old.email),
    metadata: parameters.metadata(old.metadata),
    name: text('name', old.name),
    phone: text('phone', old.phone),
    preferred_locales: parameters.texts('preferred_locales') ?? old.preferred_locales ?? [],
    shipping: parameters.has('shipping') ? shippingFrom(parameters.inner('shipping')) : old.shipping,
    tax_exempt: parameters.choice('tax_exempt', ['none', 'exempt', 'reverse']) ?? old.tax_exempt ?? 'none',
  };
}

function save(call: Call, customer: Stripe.Customer, event: string): Stripe.Customer {
  call.state.store.put('customers', customer.id, customer);
  call.emit(event, customer);
  return customer;
}

function remove(call: Call): object {
  const customer = customerOf(call);
  call.state.store.remove('customers', customer.id);
  call.emit('customer.deleted', customer);
  return { id: customer.id, object: 'customer', deleted: true };
}

function list(call: Call): object {
  const email = call.parameters.text('email');
  const found = call.state.store.all('customers').filter((customer) => email === undefined || customer.email === email);
  return listPage(call, '/v1/customers', found);
}
