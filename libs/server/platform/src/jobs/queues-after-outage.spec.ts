import { createServer, connect, type Server } from 'node:net';
import { Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { createTestDatabase, type TestDatabase } from '../testing';
import type { HandlerRegistry } from './handler-registry';
import { queueConnection } from './queue-connection';
import { Queues } from './queues';
import type { RunHandler } from './run-handler';
import { Workers } from './workers';

/** What a lost database or a killed worker leaves behind. On Redis the client reconnects by itself. */
const onPostgres = process.env['REDIS_URL'] ? describe.skip : describe;

onPostgres('queues after an outage', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await createTestDatabase(); });
  afterAll(() => test.drop());

  it('a queue that was first asked while the database was away works when it is back', async () => {
    const door = await closedDoor(test.url);
    const queues = new Queues({ ...test.config, DATABASE_URL: door.url });
    await expect(queues.get('mail').getFailed()).rejects.toThrow();
    await door.open();
    expect(await queues.get('mail').getFailed()).toEqual([]);
    await queues.onModuleDestroy();
    await door.close();
  });

  it('a job whose worker was killed three times is done by the fourth', async () => {
    const connection = queueConnection(test.config);
    const queue = new Queue('payments', connection);
    queue.on('error', () => undefined);
    await queue.add('once', { eventId: 'e' });
    // Its lock lives for 50 ms and nobody renews it, as after kill -9.
    const mortal = new Worker('payments', null, { ...connection, autorun: false, lockDuration: 50, stalledInterval: 20, maxStalledCount: 100 });
    for (let death = 1; death <= 3; death += 1) {
      expect((await mortal.getNextJob(`token ${death}`, { block: false }))?.name).toBe('once');
      // Stalled jobs are marked in one look and put back in the next.
      for (let look = 0; look < 3; look += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await (mortal as unknown as { moveStalledJobsToWait(): Promise<void> }).moveStalledJobsToWait();
      }
    }
    await mortal.getNextJob('token 4', { block: false });
    const done: string[] = [];
    const handler = { options: { id: 'once' }, instance: {} };
    const workers = new Workers(test.config, { warn: () => undefined } as unknown as Logger, { all: () => new Map([['once', handler]]) } as unknown as HandlerRegistry, {
      run: () => { done.push('once'); return Promise.resolve(); },
    } as unknown as RunHandler);
    await workers.start();
    for (let tries = 0; tries < 300 && done.length === 0 && (await queue.getFailedCount()) === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect({ done, failed: (await queue.getFailed()).map((job) => job.failedReason) }).toEqual({ done: ['once'], failed: [] });
    await workers.stop();
    await mortal.close();
    await queue.close();
  }, 40_000);
});

/** An address of the same database at which nobody listens until it is opened. */
async function closedDoor(url: string) {
  const real = new URL(url);
  const server: Server = createServer((socket) => {
    const through = connect(Number(real.port), real.hostname);
    for (const end of [socket, through]) end.on('error', () => undefined);
    socket.pipe(through).pipe(socket);
  });
  const listen = (port: number) => new Promise<number>((resolve) => server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port)));
  const port = await listen(0);
  await new Promise((resolve) => server.close(resolve));
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String(port);
  return { url: address.toString(), open: () => listen(port), close: () => new Promise((resolve) => server.close(resolve)) };
}
