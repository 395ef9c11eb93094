import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Today } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InsightsHttpModule } from '../insights-http.module';
import { type Chain, openChain } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: Chain;
let actor: Actor | null = { kind: 'staff', id: newId(), name: 'Ines', email: 'ines@fieldhouse.example', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const read = async (): Promise<Today> => (await app.inject({ method: 'GET', url: '/api/today', headers: signedIn })).json<Today>();

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  app = await createTestApp(test, { imports: [InsightsHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

/** One of each concern, and beside each one that is in order. */
async function letThingsGoWrong(): Promise<{ orderId: string; discrepancyId: string; importId: string; paymentId: string }> {
  const { database } = test;
  const [orderId, discrepancyId, importId, paymentId, device] = [newId(), newId(), newId(), newId(), newId()] as [string, string, string, string, string];
  const part = (status: string, hours: number) => ({ id: newId(), order_id: orderId, order_number: 'GB-7', location_id: chain.soho, kind: 'pickup', status, customer_name: 'Priya Nair', routing: '{}', due_at: ago(hours) });
  await database.insertInto('fulfilment_order').values([part('to_pick', 1), part('ready', 1), part('to_pick', -1)]).execute();
  const discrepancy = (id: string, resolved: Date | null) => ({ id, sale_id: orderId, location_id: chain.leeds, kind: 'price', details: '{}', resolved_at: resolved });
  await database.insertInto('sale_discrepancy').values([discrepancy(discrepancyId, null), discrepancy(newId(), new Date())]).execute();
  const run = (id: string, status: string) => ({ id, file_name: 'autumn.csv', file_hash: 'x', content: Buffer.from(''), format: 'shopify', market_code: 'GB', status, failure: 'The file ends in the middle of row 9.', created_by: 'Ines' });
  await database.insertInto('import_run').values([run(importId, 'failed'), run(newId(), 'done')]).execute();
  const difference = (order_id: string, resolved: Date | null) => ({ order_id, order_number: 'GB-7', reason: 'differs', differences: '[]', found_at: ago(5), resolved_at: resolved });
  await database.insertInto('quote_difference').values([difference(orderId, null), difference(newId(), new Date())]).execute();
  const listing = (sku: string, failure: string | null) => ({ id: newId(), channel_code: 'amazon-gb', variant_id: sku === 'JACKET' ? chain.jacket : chain.socks, external_sku: sku, failure });
  await database.insertInto('listing').values([listing('JACKET', 'InvalidInput: quantity'), listing('SOCKS', null)]).execute();
  await database.insertInto('device').values({ id: device, register_id: chain.register, location_id: chain.soho, token_hash: 'x', enrolled_at: ago(80), last_seen_at: ago(30) }).execute();
  const operation = (sequence: number, epoch: number) => ({ id: newId(), device_id: device, epoch, sequence, kind: 'sale', payload: '{}', outcome: 'applied', result: '{}', made_at: ago(30) });
  // Epoch 2 lacks 3 and 4; epoch 1 is whole.
  await database.insertInto('device_operation').values([operation(1, 1), operation(2, 1), operation(1, 2), operation(2, 2), operation(5, 2)]).execute();
  const payment = (id: string, status: string, hours: number, more: object = {}) => ({ id, order_id: orderId, kind: 'card_online', provider: 'stripe', status, currency: 'GBP', amount_minor: 4200, updated_at: ago(hours), ...more });
  await database.insertInto('payment').values([payment(paymentId, 'requires_action', 2), payment(newId(), 'requires_action', 0), payment(newId(), 'captured', 9),
    payment(newId(), 'authorised', 9, { authorised_minor: 4200, capture_before: ago(-5) }), payment(newId(), 'authorised', 9, { authorised_minor: 4200, capture_before: ago(-50) }),
    payment(newId(), 'failed', 9, { authorised_minor: 4200, failure: 'payment_intent_unexpected_state' }), payment(newId(), 'failed', 9, { failure: 'generic_decline' }),
  ]).execute();
  const refund = (status: string) => ({ id: newId(), payment_id: paymentId, order_id: orderId, cause_id: newId(), amount_minor: 700, status, failure: status === 'failed' ? 'lost_or_stolen_card' : null });
  await database.insertInto('refund').values([refund('failed'), refund('succeeded')]).execute();
  return { orderId, discrepancyId, importId, paymentId };
}

describe('today', () => {
  it('has nothing to say when nothing waits', async () => {
    expect((await read()).concerns).toEqual([]);
  });

  it('names each thing that waits, and only those', async () => {
    const { orderId, discrepancyId, importId, paymentId } = await letThingsGoWrong();
    const { concerns } = await read();
    const said = Object.fromEntries(concerns.map(({ kind, count, href, rows }) => [kind, { count, href, rows: rows.map(({ id: _id, at: _at, ...row }) => row) }]));
    const nothing = { place: '', reason: '', count: null, amountMinor: null, currency: null };
    expect(said).toEqual({
      late_pickups: { count: 1, href: '/orders?status=open', rows: [{ ...nothing, subject: 'GB-7 Priya Nair', place: 'Soho', reason: 'to_pick', href: `/orders/${orderId}` }] },
      quote_differences: { count: 1, href: null, rows: [{ ...nothing, subject: 'GB-7', reason: 'differs', href: `/orders/${orderId}` }] },
      failed_imports: { count: 1, href: '/imports', rows: [{ ...nothing, subject: 'autumn.csv', place: 'GB', reason: 'The file ends in the middle of row 9.', href: `/imports/${importId}` }] },
      failed_listings: { count: 1, href: null, rows: [{ ...nothing, subject: 'JACKET', place: 'amazon-gb', reason: 'InvalidInput: quantity', href: `/stock/${chain.jacket}` }] },
      sale_discrepancies: { count: 1, href: null, rows: [{ ...nothing, subject: orderId, place: 'Leeds', reason: 'price', href: `/orders/${orderId}` }] },
      till_gaps: { count: 1, href: '/tills', rows: [{ ...nothing, subject: 'Till 1', place: 'Soho', count: 2, href: '/tills' }] },
      silent_tills: { count: 1, href: '/tills', rows: [{ ...nothing, subject: 'Till 1', place: 'Soho', href: '/tills' }] },
      waiting_payments: { count: 1, href: null, rows: [{ ...nothing, subject: orderId, reason: 'requires_action', amountMinor: 4200, currency: 'GBP', href: `/orders/${orderId}` }] },
      failed_refunds: { count: 1, href: null, rows: [{ ...nothing, subject: orderId, reason: 'lost_or_stolen_card', amountMinor: 700, currency: 'GBP', href: `/orders/${orderId}` }] },
      lapsing_holds: { count: 1, href: null, rows: [{ ...nothing, subject: orderId, reason: 'lapsing', amountMinor: 4200, currency: 'GBP', href: `/orders/${orderId}` }] },
      lost_captures: { count: 1, href: null, rows: [{ ...nothing, subject: orderId, reason: 'payment_intent_unexpected_state', amountMinor: 4200, currency: 'GBP', href: `/orders/${orderId}` }] },
    });
    expect(concerns.find(({ kind }) => kind === 'sale_discrepancies')?.rows[0]?.id).toBe(discrepancyId);
    expect(concerns.find(({ kind }) => kind === 'waiting_payments')?.rows[0]?.id).toBe(paymentId);
  });

  it('says when movements have no month of their own', async () => {
    const movement = { id: newId(), operation_id: newId(), entry: 0, variant_id: newId(), location_id: chain.soho, from_bucket: 'supplier', to_bucket: 'sellable', quantity_milli: 1000, cause_kind: 'opening', cause_id: 'x', actor: 'test' };
    await test.database.insertInto('stock_movement').values({ ...movement, occurred_at: '2040-05-05T00:00:00Z', recorded_at: '2040-05-05T00:00:00Z' }).execute();
    expect((await read()).concerns.find((concern) => concern.kind === 'ledger_months')).toMatchObject({ count: 1, rows: [{ count: 1, at: '2040-05-05T00:00:00.000Z' }] });
  });

  it('says nothing to a person who is not signed in', async () => {
    actor = null;
    expect((await app.inject({ method: 'GET', url: '/api/today', headers: signedIn })).statusCode).toBe(401);
  });
});
