import type Stripe from 'stripe';
import { Deliverer, type Delivery } from '../chassis/deliveries';
import { matches } from './record-routes';
import { signatureHeader } from './signature';
import { newId, nowSeconds, type StripeState } from './stripe-state';

export interface WebhookTarget {
  url: string;
  secret: string;
}

export interface Webhooks {
  /** Records an event and sends it to every endpoint that wants it. */
  emit(type: string, object: object, cause: { requestId: string | null; idempotencyKey: string | null; apiVersion: string }): void;
  resume(): void;
  stop(): void;
}

/** Sends events as Stripe does: signed, at least once, in no promised order. `fixed` are the endpoints given at start. */
export function webhooksOf(state: StripeState, fixed: WebhookTarget[]): Webhooks {
  const { store } = state;
  const secretOf = (url: string): string => [...fixed, ...madeTargets(state)].find((target) => target.url === url)?.secret ?? '';
  const journal = {
    save(delivery: Delivery): void {
      store.put('deliveries', delivery.id, delivery);
      if (delivery.status !== 'pending' || delivery.attempts > 0) store.flush();
    },
    pending: (): Delivery[] => store.all('deliveries').filter((delivery) => delivery.status === 'pending'),
  };
  const headersOf = (delivery: Delivery): Record<string, string> => ({
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    'stripe-signature': signatureHeader(delivery.body, secretOf(delivery.url), nowSeconds()),
  });
  const deliverer = new Deliverer(journal, headersOf);
  return {
    emit(type, object, cause) {
      const targets = [...fixed, ...madeTargets(state, type)];
      const event = newEvent(type, object, cause);
      event.pending_webhooks = targets.length;
      store.put('events', event.id, event);
      const body = JSON.stringify(event, null, 2);
      const copies = state.settings.duplicateWebhooks ? [...targets, ...targets] : targets;
      for (const { url } of copies) {
        const subject = 'id' in object ? String(object.id) : '';
        deliverer.send({ id: newId('whd'), url, type, subject, body, attempts: 0, status: 'pending', lastAnswer: '', createdAt: Date.now() });
      }
    },
    resume: () => deliverer.resume(),
    stop: () => deliverer.stop(),
  };
}

function madeTargets(state: StripeState, type?: string): WebhookTarget[] {
  const wanted = state.store.all('webhookEndpoints').filter((endpoint) => type === undefined || endpoint.enabled_events.some((pattern) => matches(type, pattern)));
  return wanted.map((endpoint) => ({ url: endpoint.url, secret: endpoint.secret ?? '' }));
}

type Cause = Parameters<Webhooks['emit']>[2];

function newEvent(type: string, object: object, cause: Cause): Stripe.Event {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: cause.apiVersion,
    created: nowSeconds(),
    data: { object },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  };
  // The SDK's type is a union over 250 event names; ours come from a list in the code.
  return event as unknown as Stripe.Event;
}
