import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import type { Delivery } from '../chassis/deliveries';
import { noFaults, type FaultSettings } from '../chassis/faults';
import { JournalStore } from '../chassis/journal-store';

/** What the simulator knows of a card beyond what Stripe shows. */
export interface CardSecret {
  number: string;
}

export interface KeptAnswer {
  method: string;
  path: string;
  parameters: string;
  status: number;
  body: object;
  requestId: string;
  at: number;
}

export interface StripeTables {
  customers: Stripe.Customer;
  paymentMethods: Stripe.PaymentMethod;
  cardSecrets: CardSecret;
  paymentIntents: Stripe.PaymentIntent;
  charges: Stripe.Charge;
  refunds: Stripe.Refund;
  balanceTransactions: Stripe.BalanceTransaction;
  events: Stripe.Event;
  readers: Stripe.Terminal.Reader;
  locations: Stripe.Terminal.Location;
  webhookEndpoints: Stripe.WebhookEndpoint;
  keptAnswers: KeptAnswer;
  deliveries: Delivery;
}

export interface StripeSettings extends FaultSettings {
  duplicateWebhooks: boolean;
  /** How long a reader takes; below 0: until somebody presents a card by hand. */
  terminalDelayMs: number;
  terminalOutcome: string;
}

export interface StripeState {
  store: JournalStore<StripeTables>;
  settings: StripeSettings;
}

const keptForSeconds = 24 * 60 * 60;

export function openStripeState(folder: string | undefined): StripeState {
  const store = new JournalStore<StripeTables>(folder, 'stripe');
  for (const [key, answer] of store.entries('keptAnswers')) {
    if (answer.at < nowSeconds() - keptForSeconds) store.remove('keptAnswers', key);
  }
  // Delivered webhooks are shown on the page only; a few are enough.
  const ended = store.all('deliveries').filter((delivery) => delivery.status !== 'pending');
  for (const delivery of ended.slice(0, -200)) store.remove('deliveries', delivery.id);
  return { store, settings: { ...noFaults, duplicateWebhooks: false, terminalDelayMs: 1_500, terminalOutcome: 'approve' } };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function newId(prefix: string, length = 24): string {
  return `${prefix}_${[...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
}

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/** The id of a field that may hold the object itself. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null);
}
