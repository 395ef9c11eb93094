import type { Client, Fields } from './client';

export interface Exchange {
  id: string;
  request: { method: string; uri: string; stripeVersion: string; idempotencyKey: string | null; form: string };
  response: { status: number; body: Fields };
}

/**
 * Brings the simulator to the state that a recorded exchange started from, read off its fields: the objects that the
 * request names by id get made, and the answer gives our ids in the place of Stripe's.
 */
export async function arrange(client: Client, { request, response }: Exchange): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const error = response.body['error'] as Fields | undefined;
  if (error?.['code'] === 'resource_missing') return ids;
  const customer = idIn(request, /\bcus_\w+/);
  if (customer !== undefined) ids.set(customer, String((await client.post('/v1/customers', customerForm(request, response.body)))['id']));
  const intent = idIn(request, /\bpi_\w+/);
  const shown = (error?.['payment_intent'] ?? response.body) as Fields;
  if (intent !== undefined) ids.set(intent, await intentLike(client, shown, statusBefore(request, shown, error !== undefined)));
  const charge = idIn(request, /\bch_\w+/);
  if (charge !== undefined) ids.set(charge, String((await chargeLike(client, response.body))['latest_charge']));
  const endpoint = idIn(request, /\bwe_\w+/);
  if (endpoint !== undefined) ids.set(endpoint, String((await client.post('/v1/webhook_endpoints', formOf(pick(response.body, ['url', 'enabled_events', 'description', 'metadata']))))['id']));
  return ids;
}

const idIn = (request: Exchange['request'], pattern: RegExp): string | undefined => pattern.exec(`${request.uri} ${decodeURIComponent(request.form)}`)?.[0];

// A customer that is read needs the fields of the answer; one that is changed or only named can be blank.
function customerForm(request: Exchange['request'], body: Fields): string {
  return request.method === 'GET' && body['object'] === 'customer' ? formOf(pick(body, ['address', 'email', 'name', 'phone', 'description', 'metadata', 'shipping'])) : '';
}

/** The status that the intent had when the request came: what the operation starts from, else what the answer shows. */
function statusBefore(request: Exchange['request'], shown: Fields, refused: boolean): string {
  if (shown['object'] === 'refund') return 'succeeded';
  if (refused || request.method === 'GET') return String(shown['status']);
  if (/\/capture$/.test(request.uri)) return 'requires_capture';
  if (/\/(cancel|confirm)$/.test(request.uri)) return 'requires_payment_method';
  return String(shown['status']);
}

const intentFields = ['capture_method', 'description', 'metadata', 'receipt_email', 'setup_future_usage', 'shipping', 'statement_descriptor', 'statement_descriptor_suffix', 'transfer_group', 'automatic_payment_methods', 'payment_method_options'];

async function intentLike(client: Client, shown: Fields, status: string): Promise<string> {
  const isIntent = shown['object'] === 'payment_intent';
  const fields: Fields = { amount: shown['amount'] ?? 2_000, currency: shown['currency'] ?? 'usd', ...(isIntent ? pick(shown, intentFields) : {}) };
  const id = String((await client.post('/v1/payment_intents', formOf({ ...fields, ...paymentFor(status) })))['id']);
  if (status === 'canceled') await client.post(`/v1/payment_intents/${id}/cancel`, formOf(pick(shown, ['cancellation_reason'])));
  if (status === 'succeeded' && fields['capture_method'] === 'manual') await client.post(`/v1/payment_intents/${id}/capture`, formOf({ amount_to_capture: shown['amount_received'] }));
  return id;
}

function paymentFor(status: string): Fields {
  if (status === 'requires_payment_method' || status === 'canceled') return {};
  if (status === 'requires_confirmation') return { payment_method: 'pm_card_visa' };
  const card = status === 'requires_action' ? 'pm_card_threeDSecure2Required' : 'pm_card_visa';
  return { payment_method: card, confirm: true, return_url: 'http://127.0.0.1/back' };
}

async function chargeLike(client: Client, body: Fields): Promise<Fields> {
  const shared = pick(body, ['amount', 'currency', 'metadata', 'shipping', 'statement_descriptor_suffix', 'transfer_group', 'description', 'receipt_email']);
  const billing = pick((body['billing_details'] ?? {}) as Fields, ['address', 'email', 'name', 'phone']);
  const capture = body['captured'] === true ? 'automatic' : 'manual';
  const card = { type: 'card', card: { token: 'tok_visa' }, billing_details: billing };
  return client.post('/v1/payment_intents', formOf({ ...shared, capture_method: capture, payment_method_data: card, confirm: true, return_url: 'http://127.0.0.1/back' }));
}

const pick = (fields: Fields, names: string[]): Fields => Object.fromEntries(names.filter((name) => fields[name] !== undefined && fields[name] !== null).map((name) => [name, fields[name]]));

/** Stripe's form encoding of nested fields; null is left out. */
export function formOf(fields: Fields): string {
  const form = new URLSearchParams();
  const add = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') form.set(name, String(value));
    else for (const [inner, child] of Object.entries(value)) add(`${name}[${inner}]`, child);
  };
  for (const [name, value] of Object.entries(fields)) add(name, value);
  return form.toString();
}
