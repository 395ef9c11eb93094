import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { BenchContext } from '../kit/run-bench';

/**
 * The card provider at its HTTP border: every PaymentIntent is authorised at once. It answers from this process and
 * does nothing else, so that the bench measures the product and not a simulator.
 */
export async function startPaymentProviderStub(context: BenchContext): Promise<string> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = new URLSearchParams(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(intentOf(asked)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.later(() => server.close());
  context.later(() => server.closeAllConnections());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

function intentOf(asked: URLSearchParams): object {
  const [id, amount, created] = [`pi_${randomBytes(12).toString('hex')}`, Number(asked.get('amount')), Math.trunc(Date.now() / 1000)];
  const card = { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030, funding: 'credit', country: 'GB', capture_before: created + 7 * 86_400 };
  return {
    id, object: 'payment_intent', amount, amount_capturable: amount, amount_received: 0, capture_method: 'manual', client_secret: `${id}_secret`, created, currency: asked.get('currency'), livemode: false,
    latest_charge: { id: `ch_${id.slice(3)}`, object: 'charge', amount, captured: false, created, currency: asked.get('currency'), paid: true, payment_intent: id, payment_method_details: { type: 'card', card }, status: 'succeeded' },
    metadata: { order_id: asked.get('metadata[order_id]'), payment_id: asked.get('metadata[payment_id]') }, next_action: null, payment_method: 'pm_card_visa', payment_method_types: ['card'], status: 'requires_capture',
  };
}
