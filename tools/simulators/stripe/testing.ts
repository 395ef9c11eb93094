import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import type { StripeSimulator } from './start-stripe-simulator';

export function clientOf(simulator: StripeSimulator, key = simulator.secretKey): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port: simulator.port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
}

export interface Received {
  body: string;
  signature: string;
}

export interface Inbox {
  url: string;
  received: Received[];
  /** Answers with 500 that many times first. */
  failures: number;
  /** Resolves when a request that satisfies the test has come. */
  waitFor(test: (received: Received[]) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** A webhook endpoint that keeps what it gets. */
export async function openInbox(): Promise<Inbox> {
  const waiting: { test: (received: Received[]) => boolean; done: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      inbox.failures -= 1;
      inbox.received.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers['stripe-signature'] ?? '') });
      response.writeHead(inbox.failures >= 0 ? 500 : 200, { connection: 'close' }).end();
      for (const { test, done } of waiting) if (test(inbox.received)) done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const inbox: Inbox = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received: [],
    failures: 0,
    waitFor: (test) => new Promise((done) => (test(inbox.received) ? done() : waiting.push({ test, done }))),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return inbox;
}

export const eventsOf = (inbox: Inbox): Stripe.Event[] => inbox.received.map(({ body }) => JSON.parse(body) as Stripe.Event);

/** The error that the SDK throws. */
export async function stripeErrorOf(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was answered, but an error was expected.');
}
