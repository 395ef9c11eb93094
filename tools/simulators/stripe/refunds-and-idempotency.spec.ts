import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Stripe from 'stripe';
import { startStripeSimulator, type StripeSimulator } from './start-stripe-simulator';
import { clientOf, stripeErrorOf } from './testing';

let simulator: StripeSimulator;
let stripe: Stripe;
let folder: string;

const start = async (): Promise<void> => {
  simulator = await startStripeSimulator({ dataFolder: folder });
  stripe = clientOf(simulator);
};

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stripe-simulator-'));
  await start();
});
afterEach(async () => {
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

const paid: Stripe.PaymentIntentCreateParams = { amount: 1_000, currency: 'gbp', allowed_payment_method_types: ['card'], payment_method: 'pm_card_visa', confirm: true };

describe('refunds', () => {
  it('refunds in parts up to what was paid, never more', async () => {
    const intent = await stripe.paymentIntents.create(paid);
    const first = await stripe.refunds.create({ payment_intent: intent.id, amount: 400, reason: 'requested_by_customer' });
    expect(first).toMatchObject({ amount: 400, status: 'succeeded', payment_intent: intent.id, reason: 'requested_by_customer' });
    expect(await stripeErrorOf(stripe.refunds.create({ payment_intent: intent.id, amount: 601 }))).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError', param: 'amount' });
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data.map(({ amount }) => amount)).toEqual([400]);
    const rest = await stripe.refunds.create({ payment_intent: intent.id });
    expect(rest.amount).toBe(600);
    expect(await stripeErrorOf(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({ code: 'charge_already_refunded' });
    expect(await stripe.charges.retrieve(intent.latest_charge as string)).toMatchObject({ amount_refunded: 1_000, refunded: true });
  });

  it('does not refund what was only held', async () => {
    const held = await stripe.paymentIntents.create({ ...paid, capture_method: 'manual' });
    expect(await stripeErrorOf(stripe.refunds.create({ payment_intent: held.id }))).toMatchObject({ statusCode: 400 });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: 'requires_capture', amount_capturable: 1_000 });
  });
});

describe('idempotency keys', () => {
  it('give the first answer again, also after a restart', async () => {
    const first = await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-1' });
    const second = await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-1' });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
    await simulator.stop();
    await start();
    const third = await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-1' });
    expect(third.id).toBe(first.id);
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  it('are refused with other parameters or another endpoint', async () => {
    await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-2' });
    const other = await stripeErrorOf(stripe.paymentIntents.create({ ...paid, amount: 2_000 }, { idempotencyKey: 'key-2' }));
    expect(other).toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
    expect(await stripeErrorOf(stripe.customers.create({}, { idempotencyKey: 'key-2' }))).toMatchObject({ type: 'StripeIdempotencyError' });
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  it('keep a decline, but not a refusal of the parameters', async () => {
    const declined = { ...paid, payment_method: 'pm_card_visa_chargeDeclined' };
    await stripeErrorOf(stripe.paymentIntents.create(declined, { idempotencyKey: 'key-3' }));
    const again = await stripeErrorOf(stripe.paymentIntents.create(declined, { idempotencyKey: 'key-3' }));
    expect(again).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect((await stripe.charges.list()).data).toHaveLength(1);
    await stripeErrorOf(stripe.paymentIntents.create({ ...paid, amount: 1 }, { idempotencyKey: 'key-4' }));
    expect(await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-4' })).toMatchObject({ status: 'succeeded' });
  });
});

describe('faults on demand', () => {
  const control = async (settings: object): Promise<Response> => fetch(`${simulator.url}/_control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(settings) });

  it('fails before the work: nothing happened', async () => {
    await control({ failNext: 1, failWhen: 'before' });
    expect(await stripeErrorOf(stripe.paymentIntents.create(paid, { idempotencyKey: 'key-5' }))).toMatchObject({ statusCode: 500, type: 'StripeAPIError' });
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });

  it('fails after the work: the retry with the same key finds it done', async () => {
    await control({ failNext: 1, failWhen: 'after' });
    await stripeErrorOf(stripe.paymentIntents.create(paid, { idempotencyKey: 'key-6' }));
    const retried = await stripe.paymentIntents.create(paid, { idempotencyKey: 'key-6' });
    expect(retried).toMatchObject({ status: 'succeeded' });
    expect((await stripe.paymentIntents.list()).data.map(({ id }) => id)).toEqual([retried.id]);
  });

  it('fails always at a rate of 1 and names settings that it does not know', async () => {
    expect(await (await control({ failRate: 1 })).json()).toMatchObject({ failRate: 1 });
    expect(await stripeErrorOf(stripe.customers.list())).toMatchObject({ statusCode: 500 });
    const answer = await control({ failrate: 0 });
    expect([answer.status, await answer.json()]).toEqual([400, { problems: ['Unknown setting: failrate.'] }]);
    expect((await control({ failRate: 0, failWhen: 'never' })).status).toBe(400);
    expect(simulator.state.settings).toMatchObject({ failRate: 1, failWhen: 'both' });
  });
});
