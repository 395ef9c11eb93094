import Stripe from 'stripe';
import { startStripeSimulator, type StripeSimulator } from './start-stripe-simulator';
import { openInbox, type Inbox } from '../chassis/testing';
import { clientOf, eventsOf, stripeErrorOf } from './testing';

const secret = 'whsec_test';
let simulator: StripeSimulator;
let stripe: Stripe;
let inbox: Inbox;

beforeEach(async () => {
  inbox = await openInbox();
  simulator = await startStripeSimulator({ webhooks: [{ url: inbox.url, secret }], settings: { terminalDelayMs: -1 } });
  stripe = clientOf(simulator);
});
afterEach(async () => {
  await simulator.stop();
  await inbox.stop();
});

const typesOf = (): string[] => eventsOf(inbox).map(({ type }) => type);
const arrived = (type: string): Promise<void> => inbox.waitFor((received) => received.some(({ body }) => body.includes(`"type": "${type}"`)));

describe('terminal readers', () => {
  const prepare = async (): Promise<{ reader: Stripe.Terminal.Reader; intent: Stripe.PaymentIntent }> => {
    const location = await stripe.terminal.locations.create({ display_name: 'Leeds', address: { line1: '1 Briggate', city: 'Leeds', country: 'GB', postal_code: 'LS1 6HD' } });
    const reader = await stripe.terminal.readers.create({ registration_code: 'simulated-wpe', label: 'Till 1', location: location.id });
    const intent = await stripe.paymentIntents.create({ amount: 1_999, currency: 'gbp', allowed_payment_method_types: ['card_present'], capture_method: 'manual' });
    return { reader, intent };
  };

  it('waits for a card, then holds the money', async () => {
    const { reader, intent } = await prepare();
    const busy = await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id });
    expect(busy.action).toMatchObject({ status: 'in_progress', type: 'process_payment_intent', process_payment_intent: { payment_intent: intent.id } });
    expect(await stripeErrorOf(stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id }))).toMatchObject({ code: 'terminal_reader_busy' });
    const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id);
    expect(done.action).toMatchObject({ status: 'succeeded', failure_code: null });
    const held = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
    expect(held).toMatchObject({ status: 'requires_capture', latest_charge: { payment_method_details: { type: 'card_present', card_present: { brand: 'visa', last4: '4242', reader: reader.id } } } });
    await arrived('terminal.reader.action_succeeded');
    expect(await stripe.paymentIntents.capture(intent.id)).toMatchObject({ status: 'succeeded', amount_received: 1_999 });
  });

  it('presents the card by itself after the delay, approved or declined as set', async () => {
    Object.assign(simulator.state.settings, { terminalDelayMs: 0, terminalOutcome: 'decline' });
    const { reader, intent } = await prepare();
    await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id });
    await arrived('terminal.reader.action_failed');
    expect((await stripe.terminal.readers.retrieve(reader.id) as Stripe.Terminal.Reader).action).toMatchObject({ status: 'failed', failure_code: 'card_declined' });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_payment_method', amount_capturable: 0, last_payment_error: { code: 'card_declined' } });
  });

  it('forgets the card when the action is cancelled', async () => {
    const { reader, intent } = await prepare();
    await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id });
    expect((await stripe.terminal.readers.cancelAction(reader.id) as Stripe.Terminal.Reader).action).toBeNull();
    expect(await stripeErrorOf(stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id))).toMatchObject({ statusCode: 400 });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
  });

  it('plugs in a seeded reader on first use, and knows no other ids', async () => {
    expect(await stripe.terminal.readers.retrieve('tmr_simulated_leeds_1')).toMatchObject({ id: 'tmr_simulated_leeds_1', label: 'leeds_1', status: 'online', action: null });
    expect(await stripeErrorOf(stripe.terminal.readers.retrieve('tmr_none'))).toMatchObject({ statusCode: 404 });
    expect((await stripe.terminal.readers.list()).data.map(({ id }) => id)).toEqual(['tmr_simulated_leeds_1']);
  });

  it('refuses an intent that is not for readers', async () => {
    const { reader } = await prepare();
    const online = await stripe.paymentIntents.create({ amount: 500, currency: 'gbp', allowed_payment_method_types: ['card'] });
    expect(await stripeErrorOf(stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: online.id }))).toMatchObject({ statusCode: 400, param: 'payment_intent' });
    expect((await stripe.terminal.readers.list()).data).toMatchObject([{ id: reader.id, action: null }]);
  });
});

describe('webhooks', () => {
  const pay = (): Promise<Stripe.PaymentIntent> => stripe.paymentIntents.create({ amount: 1_000, currency: 'gbp', allowed_payment_method_types: ['card'], payment_method: 'pm_card_visa', confirm: true });

  it('are signed so that the SDK accepts them, and hold what happened', async () => {
    const intent = await pay();
    await stripe.refunds.create({ payment_intent: intent.id });
    await arrived('charge.refunded');
    await inbox.waitFor((received) => received.length >= 5);
    expect(typesOf().sort()).toEqual(['charge.refunded', 'charge.succeeded', 'payment_intent.created', 'payment_intent.succeeded', 'refund.created']);
    for (const { body, signature } of inbox.received) {
      const event = stripe.webhooks.constructEvent(body, signature, secret);
      expect(await stripe.events.retrieve(event.id)).toMatchObject({ type: event.type, request: { id: event.request?.id } });
      expect(() => stripe.webhooks.constructEvent(`${body} `, signature, secret)).toThrow(Stripe.errors.StripeSignatureVerificationError);
    }
  });

  it('come twice when asked for, with the same event id', async () => {
    simulator.state.settings.duplicateWebhooks = true;
    await stripe.paymentIntents.create({ amount: 1_000, currency: 'gbp' });
    await inbox.waitFor((received) => received.length === 2);
    const [first, second] = eventsOf(inbox);
    expect(first?.id).toBe(second?.id);
  });

  it('are sent again when the endpoint fails', async () => {
    inbox.failures = 1;
    await stripe.paymentIntents.create({ amount: 1_000, currency: 'gbp' });
    await inbox.waitFor((received) => received.length === 2);
    const [first, second] = inbox.received;
    expect(second?.body).toBe(first?.body);
  });

  it('go to endpoints made through the API, filtered by type', async () => {
    const other = await openInbox();
    const endpoint = await stripe.webhookEndpoints.create({ url: other.url, enabled_events: ['payment_intent.succeeded'] });
    await pay();
    await other.waitFor((received) => received.length === 1);
    const [only] = other.received;
    expect(stripe.webhooks.constructEvent(only?.body ?? '', only?.signature ?? '', endpoint.secret ?? '').type).toBe('payment_intent.succeeded');
    await other.stop();
  });

  it('shows all of it on a page', async () => {
    const intent = await pay();
    const page = await (await fetch(simulator.url)).text();
    expect(page).toContain(intent.id);
    expect(page).toContain('10.00 GBP');
  });
});
