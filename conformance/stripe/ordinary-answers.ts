import { DocumentSchemas, pointerOf } from '../json-schema';
import type { CaseResult } from '../report';
import { formOf } from './arrange';
import { openClient, type Client, type Fields } from './client';
import { judge } from './recorded-exchanges';
import type { Difference, NewerFields } from './rules';

/** Each kind of answer, in each state, against Stripe's OpenAPI. */
export async function ordinaryAnswers(schemas: DocumentSchemas, newer: NewerFields): Promise<CaseResult[]> {
  const client = await openClient();
  try {
    const answers = [...(await payments(client)), ...(await people(client)), ...(await readers(client))];
    const events = ((await client.send({ method: 'GET', url: '/v1/events?limit=100' })).body['data'] as Fields[]).map((body): Kind => ({ name: `event ${String(body['type'])}`, schema: 'event', body }));
    const contents = events.map(({ body, name }): Kind => ({ name: `object of ${name}`, schema: String(objectOf(body)['object']), body: objectOf(body) }));
    return [...answers, ...events, ...contents].map((kind) => judge(`answer: ${kind.name}`, differencesFrom(schemas, kind), newer));
  } finally {
    await client.stop();
  }
}

interface Kind {
  name: string;
  /** Name under components/schemas. */
  schema: string;
  body: Fields;
}

const objectOf = (event: Fields): Fields => (event['data'] as { object: Fields }).object;

function differencesFrom(schemas: DocumentSchemas, { schema, body }: Kind): Difference[] {
  const problems = schemas.problems(pointerOf('components', 'schemas', schema), body);
  return problems.map((problem) => ({ at: `schema ${schema}`, object: schema, field: problem.split(' ')[0]?.slice(1).replaceAll('/', '.') ?? '', kind: 'invalid', ours: problem, theirs: undefined }));
}

async function payments(client: Client): Promise<Kind[]> {
  const intent = async (fields: Fields): Promise<Fields> => client.post('/v1/payment_intents', formOf({ amount: 2_000, currency: 'gbp', allowed_payment_method_types: ['card'], ...fields }));
  const held = await intent({ capture_method: 'manual', payment_method: 'pm_card_visa', confirm: true });
  const captured = await client.post(`/v1/payment_intents/${String(held['id'])}/capture`, formOf({ amount_to_capture: 1_500 }));
  const refund = await client.post('/v1/refunds', formOf({ payment_intent: held['id'], amount: 500 }));
  const waiting = await intent({ payment_method: 'pm_card_threeDSecure2Required', confirm: true, return_url: 'http://127.0.0.1/back' });
  const declined = await intent({ payment_method: 'pm_card_visa_chargeDeclined', confirm: true });
  const open = await intent({ metadata: { order: '7' }, shipping: { name: 'Ada', address: { line1: '1 Hill Road', country: 'GB' } } });
  const chosen = await client.post(`/v1/payment_intents/${String(open['id'])}`, formOf({ payment_method: 'pm_card_visa' }));
  const canceled = await client.post(`/v1/payment_intents/${String(open['id'])}/cancel`, '');
  const charge = (await client.send({ method: 'GET', url: `/v1/charges/${String(held['latest_charge'])}` })).body;
  const expanded = (await client.send({ method: 'GET', url: `/v1/payment_intents/${String(held['id'])}?expand[]=latest_charge&expand[]=payment_method` })).body;
  const balance = (await client.send({ method: 'GET', url: `/v1/balance_transactions/${String(charge['balance_transaction'])}` })).body;
  const unknown = (await client.send({ method: 'GET', url: '/v1/payment_intents/pi_none' })).body;
  const intents = { held, captured, waiting, open, chosen, canceled, expanded };
  return [
    ...Object.entries(intents).map(([state, body]): Kind => ({ name: `payment intent, ${state}`, schema: 'payment_intent', body })),
    { name: 'refund', schema: 'refund', body: refund },
    { name: 'charge, partly refunded', schema: 'charge', body: charge },
    { name: 'balance transaction', schema: 'balance_transaction', body: balance },
    { name: 'error, declined', schema: 'error', body: declined },
    { name: 'error, unknown id', schema: 'error', body: unknown },
  ];
}

async function people(client: Client): Promise<Kind[]> {
  const customer = await client.post('/v1/customers', formOf({ name: 'Ada', email: 'ada@example.com', address: { line1: '1 Hill Road', country: 'GB' } }));
  const card = await client.post('/v1/payment_methods', formOf({ type: 'card', card: { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '123' } }));
  const attached = await client.post(`/v1/payment_methods/${String(card['id'])}/attach`, formOf({ customer: customer['id'] }));
  const endpoint = await client.post('/v1/webhook_endpoints', formOf({ url: 'http://127.0.0.1:9/', enabled_events: ['charge.captured'] }));
  return [
    { name: 'customer', schema: 'customer', body: customer },
    { name: 'payment method', schema: 'payment_method', body: card },
    { name: 'payment method of a customer', schema: 'payment_method', body: attached },
    { name: 'webhook endpoint', schema: 'webhook_endpoint', body: endpoint },
  ];
}

async function readers(client: Client): Promise<Kind[]> {
  const location = await client.post('/v1/terminal/locations', formOf({ display_name: 'Leeds', address: { line1: '1 Briggate', country: 'GB' } }));
  const reader = await client.post('/v1/terminal/readers', formOf({ registration_code: 'simulated-wpe', label: 'Till 1', location: location['id'] }));
  const present = async (number: string): Promise<{ busy: Fields; done: Fields; intent: Fields }> => {
    const intent = await client.post('/v1/payment_intents', formOf({ amount: 900, currency: 'gbp', allowed_payment_method_types: ['card_present'] }));
    const busy = await client.post(`/v1/terminal/readers/${String(reader['id'])}/process_payment_intent`, formOf({ payment_intent: intent['id'] }));
    const done = await client.post(`/v1/test_helpers/terminal/readers/${String(reader['id'])}/present_payment_method`, formOf({ card_present: { number }, type: 'card_present' }));
    return { busy, done, intent: (await client.send({ method: 'GET', url: `/v1/payment_intents/${String(intent['id'])}?expand[]=payment_method&expand[]=latest_charge` })).body };
  };
  const approved = await present('4242424242424242');
  const declined = await present('4000000000000002');
  const token = await client.post('/v1/terminal/connection_tokens', '');
  return [
    { name: 'location', schema: 'terminal.location', body: location },
    { name: 'connection token', schema: 'terminal.connection_token', body: token },
    { name: 'reader, idle', schema: 'terminal.reader', body: reader },
    { name: 'reader, busy', schema: 'terminal.reader', body: approved.busy },
    { name: 'reader, approved', schema: 'terminal.reader', body: approved.done },
    { name: 'reader, declined', schema: 'terminal.reader', body: declined.done },
    { name: 'payment intent at a reader', schema: 'payment_intent', body: approved.intent },
    { name: 'payment intent declined at a reader', schema: 'payment_intent', body: declined.intent },
  ];
}
