import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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
