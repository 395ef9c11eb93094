import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import Stripe from 'stripe';
import { PaymentsHttpModule } from '../payments-http.module';
import { presentCard, startStripe } from '../testing';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let readerId: string;
const registerId = newId();
const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId, locationId: newId(), epoch: 1 };

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  readerId = await newReader();
  await test.database.insertInto('register').values({ id: registerId, location_id: till.locationId, number: 1, name: 'Till 1', terminal_reader_id: readerId }).execute();
  app = await createTestApp(test, { imports: [PaymentsHttpModule], actor: () => till });
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

async function newReader(): Promise<string> {
  const client = new Stripe(stripe.secretKey, { host: '127.0.0.1', port: stripe.port, protocol: 'http', telemetry: false });
  const location = await client.terminal.locations.create({ display_name: 'Leeds', address: { line1: '1 Briggate', city: 'Leeds', country: 'GB', postal_code: 'LS1 6HD' } });
  return (await client.terminal.readers.create({ registration_code: 'simulated-wpe', label: 'Till 1', location: location.id })).id;
}

const start = (payment: object) => app.inject({ method: 'POST', url: '/api/pos/card-payments', headers: signedIn, payload: payment });
const status = (id: string) => app.inject({ method: 'GET', url: `/api/pos/card-payments/${id}`, headers: signedIn });
const cancel = (id: string) => app.inject({ method: 'POST', url: `/api/pos/card-payments/${id}/cancel`, headers: signedIn });
const sale = () => ({ paymentId: newId(), saleId: newId(), amountMinor: 1_999, currency: 'GBP' });

describe('a card at the till', () => {
  it('waits at the reader, is captured when the card comes, and starting it twice starts it once', async () => {
    const payment = sale();
    const started = await start(payment);
    expect([started.statusCode, started.json()]).toEqual([200, { ...payment, status: 'pending', cardLabel: null, failure: null }]);
    expect((await start(payment)).json()).toMatchObject({ status: 'pending' });
    expect((await status(payment.paymentId)).json()).toMatchObject({ status: 'pending' });
    await presentCard(stripe, readerId);
    expect((await status(payment.paymentId)).json()).toEqual({ ...payment, status: 'captured', cardLabel: 'Visa ··4242', failure: null });
    expect((await start(payment)).json()).toMatchObject({ status: 'captured' });
    expect(stripe.state.store.all('paymentIntents').filter((intent) => intent.metadata?.['payment_id'] === payment.paymentId)).toHaveLength(1);
  });

  it('that is declined says why, and nothing is captured', async () => {
    const payment = sale();
    await start(payment);
    await presentCard(stripe, readerId, 'decline');
    expect((await status(payment.paymentId)).json()).toMatchObject({ status: 'failed', failure: expect.stringMatching(/decline/) as string });
  });

  it('is refused while the reader is busy with another, and may go on after that is cancelled', async () => {
    const first = sale();
    const second = sale();
    await start(first);
    const busy = await start(second);
    expect([busy.statusCode, busy.json()]).toMatchObject([409, { code: 'reader_busy' }]);
    expect((await cancel(first.paymentId)).json()).toMatchObject({ status: 'cancelled' });
    expect((await start(second)).json()).toMatchObject({ status: 'pending' });
    expect((await cancel(second.paymentId)).json()).toMatchObject({ status: 'cancelled' });
  });

  it('with another amount under the same id is refused', async () => {
    const payment = sale();
    await start(payment);
    const other = await start({ ...payment, amountMinor: 1 });
    expect([other.statusCode, other.json()]).toMatchObject([409, { code: 'payment_mismatch' }]);
    await cancel(payment.paymentId);
  });

  it('that nobody started is not found; a bad id or body is refused', async () => {
    expect((await status(newId())).statusCode).toBe(404);
    expect((await start({ ...sale(), amountMinor: 0 })).statusCode).toBe(400);
  });
});

describe('a hint of the provider', () => {
  const secret = 'whsec_oneshelf';
  const send = (payload: string, signature: string) => app.inject({ method: 'POST', url: '/api/payments/stripe/webhook', headers: { 'content-type': 'application/json', 'stripe-signature': signature }, payload });

  it('is taken once, and only with the right signature', async () => {
    const payment = sale();
    await start(payment);
    const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object: { metadata: { payment_id: payment.paymentId } } } });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
    expect((await send(payload, 't=1,v1=00')).json()).toMatchObject({ code: 'bad_signature' });
    expect(await test.database.selectFrom('provider_event').selectAll().execute()).toHaveLength(0);
    expect((await send(payload, signature)).statusCode).toBe(200);
    expect((await send(payload, signature)).statusCode).toBe(200);
    const events = await test.database.selectFrom('outbox_event').select(['name', 'payload']).execute();
    expect(events).toEqual([{ name: 'payments.payment-hinted.v1', payload: { paymentId: payment.paymentId, orderId: payment.saleId, refundId: null } }]);
  });
});
