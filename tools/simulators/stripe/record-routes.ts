import type Stripe from 'stripe';
import { listPage } from './list';
import { listParameters, type Call, type Route } from './route';
import { missingParameter, noSuch } from './stripe-error';
import { newId, nowSeconds } from './stripe-state';

/** Records that are read only, and the webhook endpoints. */
export const recordRoutes: Route[] = [
  { method: 'GET', path: '/v1/charges/:id', allows: [], run: (call) => find(call, 'charges', 'charge') },
  { method: 'GET', path: '/v1/charges', allows: [...listParameters, 'payment_intent', 'customer'], run: listCharges },
  { method: 'GET', path: '/v1/balance_transactions/:id', allows: [], run: (call) => find(call, 'balanceTransactions', 'balance transaction') },
  { method: 'GET', path: '/v1/events/:id', allows: [], run: (call) => find(call, 'events', 'event') },
  { method: 'GET', path: '/v1/events', allows: [...listParameters, 'type', 'types', 'delivery_success'], run: listEvents },
  { method: 'POST', path: '/v1/webhook_endpoints', allows: ['url', 'enabled_events', 'api_version', 'connect', 'description', 'metadata'], run: createEndpoint },
  { method: 'GET', path: '/v1/webhook_endpoints', allows: listParameters, run: (call) => listPage(call, '/v1/webhook_endpoints', call.state.store.all('webhookEndpoints').map(withoutSecret)) },
  { method: 'GET', path: '/v1/webhook_endpoints/:id', allows: [], run: (call) => withoutSecret(find(call, 'webhookEndpoints', 'webhook endpoint')) },
  { method: 'DELETE', path: '/v1/webhook_endpoints/:id', allows: [], run: removeEndpoint },
];

type Readable = 'charges' | 'balanceTransactions' | 'events' | 'webhookEndpoints';

function find<Table extends Readable>(call: Call, table: Table, kind: string) {
  const id = call.path['id'] ?? '';
  const found = call.state.store.get(table, id);
  if (found === undefined) throw noSuch(kind, id);
  return found;
}

function listCharges(call: Call): object {
  const intent = call.parameters.text('payment_intent');
  const customer = call.parameters.text('customer');
  const found = call.state.store.all('charges').filter((charge) => (intent === undefined || charge.payment_intent === intent) && (customer === undefined || charge.customer === customer));
  return listPage(call, '/v1/charges', found);
}

function listEvents(call: Call): object {
  const one = call.parameters.text('type');
  const types = one ? [one] : call.parameters.texts('types');
  const found = call.state.store.all('events').filter((event) => types === undefined || types.some((type) => matches(event.type, type)));
  return listPage(call, '/v1/events', found);
}

/** `charge.*` stands for all of a kind. */
export function matches(type: string, pattern: string): boolean {
  return pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));
}

function createEndpoint(call: Call): Stripe.WebhookEndpoint {
  const { parameters } = call;
  const events = parameters.texts('enabled_events');
  if (events === undefined) throw missingParameter('enabled_events');
  const endpoint: Stripe.WebhookEndpoint = {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: parameters.text('api_version') ?? null,
    application: null,
    created: nowSeconds(),
    description: parameters.text('description') ?? null,
    enabled_events: events,
    livemode: false,
    metadata: parameters.metadata(),
    secret: newId('whsec', 32),
    status: 'enabled',
    url: parameters.requiredText('url'),
  };
  call.state.store.put('webhookEndpoints', endpoint.id, endpoint);
  return endpoint;
}

// The secret is shown once, when the endpoint is made.
function withoutSecret(endpoint: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint {
  const { secret: _secret, ...shown } = endpoint;
  return shown;
}

function removeEndpoint(call: Call): object {
  const { id } = find(call, 'webhookEndpoints', 'webhook endpoint');
  call.state.store.remove('webhookEndpoints', id);
  return { id, object: 'webhook_endpoint', deleted: true };
}
