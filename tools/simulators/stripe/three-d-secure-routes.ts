import type { FastifyInstance } from 'fastify';
import { escapeHtml } from '../chassis/page';
import { finishAuthentication } from './confirm-intent';
import type { Work } from './route';
import { parseForm } from './form';

interface Page {
  Params: { intent: string };
  Querystring: { return_url?: string };
}

/** The bank's page of 3-D Secure: a person (or a test) chooses how it ends and goes back to the shop. */
export function threeDSecureRoutes(app: FastifyInstance, work: Work): void {
  app.get<Page>('/3ds/:intent', (request, reply) => {
    const intent = work.state.store.get('paymentIntents', request.params.intent);
    if (intent === undefined) return reply.code(404).type('text/html').send('<p>There is no such payment.</p>');
    return reply.type('text/html').send(html(intent.amount, intent.currency, intent.status === 'requires_action'));
  });
  app.post<Page>('/3ds/:intent', (request, reply) => {
    const intent = work.state.store.get('paymentIntents', request.params.intent);
    if (intent === undefined) return reply.code(404).type('text/html').send('<p>There is no such payment.</p>');
    const { outcome } = parseForm(typeof request.body === 'string' ? request.body : '');
    finishAuthentication(work, intent, outcome === 'complete');
    work.state.store.flush();
    const back = backUrl(request.query.return_url, { id: intent.id, secret: intent.client_secret ?? '' });
    return back === null ? reply.type('text/html').send('<p>Done. You can close this page.</p>') : reply.redirect(back, 303);
  });
}

// Stripe adds the intent to the shop's address.
function backUrl(returnUrl: string | undefined, intent: { id: string; secret: string }): string | null {
  if (returnUrl === undefined || !URL.canParse(returnUrl)) return null;
  const url = new URL(returnUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.secret);
  return url.href;
}

function html(amount: number, currency: string, waiting: boolean): string {
  const shown = `${(amount / 100).toFixed(2)} ${currency.toUpperCase()}`;
  const buttons = `<button name="outcome" value="complete">Complete</button> <button name="outcome" value="fail">Fail</button>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>3-D Secure test page</title>
<style>body{font:17px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:26rem;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem}</style></head>
<body><h1>3-D Secure test page</h1><p>Your bank asks you to confirm a payment of <strong>${escapeHtml(shown)}</strong>.</p>
<form method="post">${waiting ? buttons : '<p>This payment waits no longer for you.</p><button name="outcome" value="back">Back to the shop</button>'}</form></body></html>`;
}
