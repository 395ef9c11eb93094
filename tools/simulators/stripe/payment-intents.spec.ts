import type Stripe from 'stripe';
import { startStripeSimulator, type StripeSimulator } from './start-stripe-simulator';
import { clientOf, stripeErrorOf } from './testing';

let simulator: StripeSimulator;
let stripe: Stripe;

beforeEach(async () => {
  simulator = await startStripeSimulator();
  stripe = clientOf(simulator);
});
afterEach(() => simulator.stop());

const hold = (paymentMethod: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({ amount: 5_000, currency: 'gbp', capture_method: 'manual', allowed_payment_method_types: ['card'], payment_method: paymentMethod, confirm: true, ...extra });

describe('payment intents', () => {
  it('holds the money and captures a part; the rest is released', async () => {
    const held = await hold('pm_card_visa', { expand: ['latest_charge'], metadata: { order: 'o-1' } });
    const charge = held.latest_charge as Stripe.Charge;
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 5_000, amount_received: 0, metadata: { order: 'o-1' } });
    expect(charge).toMatchObject({ captured: false, paid: true, amount: 5_000, status: 'succeeded' });
    expect(charge.payment_method_details?.card?.capture_before).toBe(charge.created + 7 * 24 * 60 * 60);
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 3_000, expand: ['latest_charge.balance_transaction'] });
    expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 3_000 });
    expect(captured.latest_charge).toMatchObject({ captured: true, amount_captured: 3_000, amount_refunded: 2_000, refunded: false, balance_transaction: { amount: 3_000, fee: 65, net: 2_935 } });
  });

  it('refuses to capture more than was held, and to capture twice', async () => {
    const held = await hold('pm_card_visa');
    const tooMuch = await stripeErrorOf(stripe.paymentIntents.capture(held.id, { amount_to_capture: 5_001 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, code: 'amount_too_large', param: 'amount_to_capture' });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: 'requires_capture', amount_capturable: 5_000 });
    await stripe.paymentIntents.capture(held.id);
    const again = await stripeErrorOf(stripe.paymentIntents.capture(held.id));
    expect(again).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state', payment_intent: { id: held.id, status: 'succeeded' } });
  });

  it('releases the money when a held intent is cancelled', async () => {
    const held = await hold('pm_card_visa');
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'requested_by_customer', expand: ['latest_charge'] });
    expect(canceled).toMatchObject({ status: 'canceled', amount_capturable: 0, cancellation_reason: 'requested_by_customer', latest_charge: { refunded: true, captured: false } });
    expect(await stripeErrorOf(stripe.paymentIntents.cancel(held.id))).toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000000069', 'expired_card', ''],
  ])('declines the card %s with %s', async (number, code, declineCode) => {
    const intent = await stripe.paymentIntents.create({ amount: 1_000, currency: 'eur', allowed_payment_method_types: ['card'] });
    const error = await stripeErrorOf(
      stripe.paymentIntents.confirm(intent.id, { payment_method_data: { type: 'card', card: { number, exp_month: 12, exp_year: 2_034, cvc: '123' } } as Stripe.PaymentIntentConfirmParams.PaymentMethodData }),
    );
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode, payment_intent: { id: intent.id, status: 'requires_payment_method' } });
    const after = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
    expect(after).toMatchObject({ status: 'requires_payment_method', amount_received: 0, payment_method: null, last_payment_error: { code }, latest_charge: { status: 'failed', paid: false } });
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_mastercard' });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1_000, last_payment_error: null });
  });

  it('asks for a return address where Stripe does', async () => {
    const create = stripe.paymentIntents.create({ amount: 1_000, currency: 'eur', automatic_payment_methods: { enabled: true }, payment_method: 'pm_card_visa', confirm: true });
    expect(await stripeErrorOf(create)).toMatchObject({ statusCode: 400, param: 'return_url' });
  });

  it('refuses unknown parameters, small amounts, unknown ids and other keys', async () => {
    expect(await stripeErrorOf(stripe.paymentIntents.create({ amount: 1_000, currency: 'gbp', colour: 'red' } as Stripe.PaymentIntentCreateParams))).toMatchObject({ code: 'parameter_unknown', param: 'colour' });
    expect(await stripeErrorOf(stripe.paymentIntents.create({ amount: 29, currency: 'gbp' }))).toMatchObject({ code: 'amount_too_small', param: 'amount' });
    expect(await stripeErrorOf(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    expect(await stripeErrorOf(clientOf(simulator, 'sk_test_other').paymentIntents.list())).toMatchObject({ statusCode: 401, type: 'StripeAuthenticationError' });
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });

  it('takes payment for a customer with a saved card and lists newest first', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada', address: { line1: '1 Hill Road', country: 'GB' } });
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    const first = await stripe.paymentIntents.create({ amount: 1_000, currency: 'gbp', customer: customer.id, payment_method: card.id, allowed_payment_method_types: ['card'], off_session: true, confirm: true });
    const second = await stripe.paymentIntents.create({ amount: 2_000, currency: 'gbp', customer: customer.id });
    expect(first).toMatchObject({ status: 'succeeded', customer: customer.id, payment_method: card.id });
    const list = await stripe.paymentIntents.list({ customer: customer.id, limit: 1 });
    expect(list).toMatchObject({ has_more: true, data: [{ id: second.id }] });
    expect((await stripe.paymentIntents.list({ customer: customer.id, starting_after: second.id })).data.map(({ id }) => id)).toEqual([first.id]);
    expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toMatchObject([{ id: customer.id, address: { line1: '1 Hill Road' } }]);
  });
});

describe('3-D Secure', () => {
  const returnUrl = 'http://127.0.0.1:1/shop?order=7';
  const choose = async (intent: Stripe.PaymentIntent, outcome: string): Promise<Response> =>
    fetch(intent.next_action?.redirect_to_url?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });

  it('sends the customer to a page and back, and holds the money afterwards', async () => {
    const waiting = await hold('pm_card_threeDSecure2Required', { return_url: returnUrl });
    expect(waiting).toMatchObject({ status: 'requires_action', latest_charge: null, next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl } } });
    const page = await (await fetch(waiting.next_action?.redirect_to_url?.url ?? '')).text();
    expect(page).toContain('50.00 GBP');
    const back = await choose(waiting, 'complete');
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe(`${returnUrl}&payment_intent=${waiting.id}&payment_intent_client_secret=${waiting.client_secret}`);
    expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({ status: 'requires_capture', amount_capturable: 5_000, next_action: null });
  });

  it('leaves the intent without payment when the customer fails', async () => {
    const waiting = await hold('pm_card_authenticationRequired', { return_url: returnUrl });
    await choose(waiting, 'fail');
    expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({ status: 'requires_payment_method', amount_capturable: 0, last_payment_error: { code: 'payment_intent_authentication_failure' } });
  });

  it('declines when nobody is there to authenticate', async () => {
    expect(await stripeErrorOf(hold('pm_card_authenticationRequired', { off_session: true }))).toMatchObject({ code: 'authentication_required', statusCode: 402 });
  });

  it('lets a browser confirm with the publishable key and the client secret only', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 2_500, currency: 'eur', allowed_payment_method_types: ['card'], capture_method: 'manual' });
    const confirm = async (secret: string): Promise<Response> =>
      fetch(`${simulator.url}/v1/payment_intents/${intent.id}/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${simulator.publishableKey}` },
        body: new URLSearchParams({ client_secret: secret, 'payment_method_data[type]': 'card', 'payment_method_data[card][number]': '4242424242424242' }),
      });
    expect((await confirm('wrong')).status).toBe(400);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
    expect(await (await confirm(intent.client_secret ?? '')).json()).toMatchObject({ id: intent.id, status: 'requires_capture' });
    expect(await stripeErrorOf(clientOf(simulator, simulator.publishableKey).refunds.list())).toMatchObject({ statusCode: 401 });
  });
});

describe('API versions', () => {
  it('takes payment_method_types from older versions only', async () => {
    const create = async (version: string): Promise<Response> =>
      fetch(`${simulator.url}/v1/payment_intents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${simulator.secretKey}`, 'stripe-version': version },
        body: new URLSearchParams({ amount: '1000', currency: 'gbp', 'payment_method_types[]': 'card' }),
      });
    expect(await (await create('2023-10-16')).json()).toMatchObject({ payment_method_types: ['card'], capture_method: 'automatic' });
    const refused = await create('2026-10-28.endive');
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: 'parameter_unknown', param: 'payment_method_types' } }]);
  });
});
