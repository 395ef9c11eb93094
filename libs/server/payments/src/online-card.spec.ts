import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { AuthorisePaymentUseCase } from './authorise-payment/authorise-payment.use-case';
import { CancelPaymentUseCase } from './cancel-payment/cancel-payment.use-case';
import { CapturePaymentUseCase } from './capture-payment/capture-payment.use-case';
import { PaymentsModule } from './payments.module';
import { RefundPaymentUseCase } from './refund-payment/refund-payment.use-case';
import { SettleStuckPaymentsUseCase } from './settle-stuck-payments/settle-stuck-payments.use-case';
import { answerBank, startStripe } from './testing';

let test: TestDatabase;
let stripe: StripeSimulator;
let context: TestingModule;
let authorise: AuthorisePaymentUseCase;
let capture: CapturePaymentUseCase;
let refund: RefundPaymentUseCase;

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  context = await createTestContext(test, { imports: [PaymentsModule] });
  authorise = context.get(AuthorisePaymentUseCase);
  capture = context.get(CapturePaymentUseCase);
  refund = context.get(RefundPaymentUseCase);
});
afterAll(async () => {
  await context.close();
  await stripe.stop();
  await test.drop();
});

const row = (id: string) => test.database.selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const card = (paymentMethodId: string) => ({ paymentId: newId(), orderId: newId(), amountMinor: 5_000, currency: 'GBP', paymentMethodId, returnUrl: 'http://127.0.0.1/back' });

async function hold(paymentMethodId: string) {
  const input = card(paymentMethodId);
  const prepared = await test.transactions.write((tx) => authorise.prepare(tx, input));
  const answer = await authorise.ask(prepared);
  if (!answer.ok) throw new Error(answer.refusal.message);
  await test.transactions.write((tx) => authorise.finalise(tx, input.paymentId, answer.value));
  return { ...input, outcome: answer.value };
}

const again = (held: Awaited<ReturnType<typeof hold>>) => ({ id: held.paymentId, orderId: held.orderId, currency: held.currency, amountMinor: held.amountMinor, reference: held.outcome.reference, request: null });

async function captured() {
  const held = await hold('pm_card_visa');
  await test.transactions.write((tx) => capture.prepare(tx, { paymentId: held.paymentId, amountMinor: 3_000 }));
  const answer = await capture.ask(held.paymentId);
  if (!answer.ok) throw new Error(answer.refusal.message);
  await test.transactions.write((tx) => capture.finalise(tx, held.paymentId, answer.value));
  return held;
}

describe('an online card', () => {
  it('is held, captured once for less than the hold, and knows its last digits', async () => {
    const held = await captured();
    expect(await row(held.paymentId)).toMatchObject({ status: 'captured', authorised_minor: 5_000, captured_minor: 3_000, card_label: 'Visa ··4242' });
    expect((await row(held.paymentId)).capture_before).toBeInstanceOf(Date);
    const again = await test.transactions.write((tx) => capture.prepare(tx, { paymentId: held.paymentId, amountMinor: 1_000 }));
    expect(again).toBe(false);
    expect(stripe.state.store.all('paymentIntents')).toMatchObject([{ amount_received: 3_000, status: 'succeeded' }]);
  });

  it('that is declined fails with its code', async () => {
    const held = await hold('pm_card_chargeDeclinedInsufficientFunds');
    expect(held.outcome).toMatchObject({ kind: 'declined', code: 'insufficient_funds' });
    expect(await row(held.paymentId)).toMatchObject({ status: 'failed', failure: 'insufficient_funds', authorised_minor: 0 });
  });

  it('that nobody knows is declined, not an outage', async () => {
    expect((await hold('pm_nobody_knows')).outcome).toMatchObject({ kind: 'declined', code: 'resource_missing' });
  });

  it('asks for 3-D Secure, and is held once the shopper has agreed', async () => {
    const held = await hold('pm_card_threeDSecure2Required');
    if (held.outcome.kind !== 'requires_action' || !held.outcome.redirectUrl) throw new Error('expected a redirect');
    expect((await row(held.paymentId)).status).toBe('requires_action');
    await answerBank(held.outcome.redirectUrl, 'complete');
    const answer = await authorise.ask(again(held));
    expect(answer).toMatchObject({ ok: true, value: { kind: 'authorised', amountMinor: 5_000 } });
  });

  it('fails when the shopper does not agree', async () => {
    const held = await hold('pm_card_threeDSecure2Required');
    if (held.outcome.kind !== 'requires_action' || !held.outcome.redirectUrl) throw new Error('expected a redirect');
    await answerBank(held.outcome.redirectUrl, 'fail');
    expect(await authorise.ask(again(held))).toMatchObject({ ok: true, value: { kind: 'declined', code: 'payment_intent_authentication_failure' } });
  });

  it('is asked about again after a crash without a second hold', async () => {
    const before = stripe.state.store.all('paymentIntents').length;
    const input = card('pm_card_visa');
    const prepared = await test.transactions.write((tx) => authorise.prepare(tx, input));
    const lost = await authorise.ask(prepared);
    const stored = await row(input.paymentId);
    expect(stored).toMatchObject({ status: 'pending', provider_reference: null });
    const repeated = await authorise.ask({ ...prepared, request: stored.request });
    expect(repeated).toEqual(lost);
    expect(stripe.state.store.all('paymentIntents')).toHaveLength(before + 1);
  });

  it('is released when the order is cancelled, twice without harm', async () => {
    const held = await hold('pm_card_visa');
    const cancel = context.get(CancelPaymentUseCase);
    expect(await cancel.run(held.orderId)).toEqual({ ok: true, value: { releasedMinor: 5_000 } });
    expect(await cancel.run(held.orderId)).toEqual({ ok: true, value: { releasedMinor: 0 } });
    expect((await row(held.paymentId)).status).toBe('cancelled');
    expect(stripe.state.store.get('paymentIntents', held.outcome.reference ?? '')?.status).toBe('canceled');
  });

  it('counts an outage as no answer, and the next ask finds the hold', async () => {
    const prepared = await test.transactions.write((tx) => authorise.prepare(tx, card('pm_card_visa')));
    Object.assign(stripe.state.settings, { failNext: 3, failWhen: 'after' });
    expect(await authorise.ask(prepared)).toMatchObject({ ok: false, refusal: { kind: 'provider_unavailable' } });
    expect(await authorise.ask(prepared)).toMatchObject({ ok: true, value: { kind: 'authorised' } });
  });
});

describe('a refund', () => {
  const prepare = (held: { paymentId: string; orderId: string }, amountMinor: number, id = newId()) =>
    test.transactions.run((tx) => refund.prepare(tx, { id, paymentId: held.paymentId, orderId: held.orderId, causeId: newId(), amountMinor }, { provider: 'stripe' }));

  it('never gives back more than was captured, at any concurrency', async () => {
    const held = await captured();
    const results = await Promise.all(Array.from({ length: 8 }, () => prepare(held, 1_000)));
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal.kind)).toEqual(Array(5).fill('refund_exceeds_paid'));
    expect((await row(held.paymentId)).refunded_minor).toBe(3_000);
  });

  it('is sent once though asked for twice, and the sweeper settles one that got stuck', async () => {
    const held = await captured();
    const id = newId();
    await prepare(held, 1_200, id);
    Object.assign(stripe.state.settings, { failNext: 3, failWhen: 'after' });
    expect(await refund.send(id)).toMatchObject({ ok: false, refusal: { kind: 'provider_unavailable' } });
    const swept = await context.get(SettleStuckPaymentsUseCase).run(new Date(Date.now() + 120_000));
    expect(swept.settled).toBeGreaterThanOrEqual(1);
    expect(await test.database.selectFrom('refund').select(['status', 'amount_minor']).where('id', '=', id).executeTakeFirst()).toEqual({ status: 'succeeded', amount_minor: 1_200 });
    expect(await refund.send(id)).toEqual({ ok: true, value: 'succeeded' });
    expect(stripe.state.store.all('refunds').filter((one) => one.metadata?.['refund_id'] === id)).toHaveLength(1);
  });
});
