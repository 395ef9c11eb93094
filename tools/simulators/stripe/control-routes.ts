import type { FastifyInstance } from 'fastify';
import { applySettings } from '../chassis/faults';
import { action, page, settingsForm, table, type Markup } from '../chassis/page';
import { numberFor, presentCard } from './reader-action';
import type { Work } from './route';
import { idOf } from './stripe-state';

/** The page for people at `/`, the settings at `/_control`, and a card held to a reader. */
export function controlRoutes(app: FastifyInstance, work: Work): void {
  const { settings } = work.state;
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/_control', () => settings);
  app.post('/_control', (request, reply) => {
    const problems = applySettings(settings, request.body);
    return problems.length === 0 ? settings : reply.code(400).send({ problems });
  });
  app.post<{ Params: { id: string }; Body: { outcome?: string } | null }>('/_control/readers/:id/present', (request, reply) => {
    const reader = presentCard(work, request.params.id, numberFor(request.body?.outcome ?? settings.terminalOutcome));
    work.state.store.flush();
    return reader ?? reply.code(404).send({ problems: [`There is no reader ${request.params.id}.`] });
  });
  app.get('/', (_request, reply) => reply.type('text/html').send(overview(work)));
}

const shown = 50;
const newest = <Item>(items: Item[]): Item[] => items.slice(-shown).reverse();
const money = (minor: number, currency: string): string => `${(minor / 100).toFixed(2)} ${currency.toUpperCase()}`;

function overview({ state }: Work): string {
  const { store } = state;
  const intents = newest(store.all('paymentIntents')).map((intent) => [
    intent.id, money(intent.amount, intent.currency), intent.status, intent.capture_method, money(intent.amount_capturable, intent.currency),
    money(intent.amount_received, intent.currency), intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? '', JSON.stringify(intent.metadata),
  ]);
  const readers = store.all('readers').map((reader) => [reader.id, reader.label, reader.status, reader.action?.status ?? 'idle', idOf(reader.action?.process_payment_intent?.payment_intent) ?? '', cardButtons(reader.id, reader.action?.status === 'in_progress')]);
  const refunds = newest(store.all('refunds')).map((refund) => [refund.id, money(refund.amount, refund.currency), refund.status, refund.payment_intent, refund.reason ?? '']);
  const customers = newest(store.all('customers')).map((customer) => [customer.id, customer.name ?? '', customer.email ?? '']);
  const deliveries = newest(store.all('deliveries')).map((delivery) => [delivery.type, delivery.subject, delivery.url, delivery.status, delivery.attempts, delivery.lastAnswer]);
  return page('Stripe simulator', [
    settingsForm(state.settings),
    table('Readers', ['id', 'label', 'status', 'action', 'payment intent', 'present a card'], readers),
    table('Payment intents', ['id', 'amount', 'status', 'capture', 'capturable', 'received', 'last error', 'metadata'], intents),
    table('Refunds', ['id', 'amount', 'status', 'payment intent', 'reason'], refunds),
    table('Customers', ['id', 'name', 'e-mail'], customers),
    table('Webhook deliveries', ['event', 'object', 'to', 'status', 'attempts', 'last answer'], deliveries),
  ]);
}

function cardButtons(readerId: string, waiting: boolean): Markup {
  if (!waiting) return { markup: '' };
  const url = `/_control/readers/${readerId}/present`;
  return { markup: action('Approve', url, { outcome: 'approve' }).markup + action('Decline', url, { outcome: 'decline' }).markup };
}
