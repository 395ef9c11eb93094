import * as z from 'zod';
import { Module } from '@nestjs/common';
import { defineEvent } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler, publish, Queues, Relay, StuckWork, type TransactionHandler, type Tx, Workers } from '../index';
import { createTestContext, createTestDatabase, type TestDatabase } from '../testing';

const Rung = defineEvent('platform-test.rung.v1', z.object({ bell: z.string() }));
const heard: string[] = [];
let broken = true;

@HandlesEvent({ id: 'platform-test.hear', event: Rung, queue: 'database' })
class HearHandler implements TransactionHandler<{ bell: string }> {
  apply(_tx: Tx, { bell }: { bell: string }): Promise<void> {
    heard.push(bell);
    return Promise.resolve();
  }
}

@HandlesEvent({ id: 'platform-test.call', event: Rung, queue: 'payments', attempts: 1 })
class CallHandler implements OutsideHandler<{ bell: string }> {
  perform({ bell }: { bell: string }): Promise<void> {
    if (broken) return Promise.reject(new Error('the other company does not answer'));
    heard.push(`called ${bell}`);
    return Promise.resolve();
  }
}

@Module({ providers: [HearHandler, CallHandler] })
class BellModule {}

/** The same on both engines: with REDIS_URL the queues run on Redis, else on PostgreSQL. */
describe(`relay, queue and worker on ${process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'}`, () => {
  let test: TestDatabase;
  beforeAll(async () => {
    const redis = process.env['REDIS_URL'];
    test = await createTestDatabase(redis ? { REDIS_URL: redis } : {});
  });
  afterAll(() => test.drop());

  it('brings each event to each handler once; what gives up is seen as stuck and runs again on retry', async () => {
    const context = await createTestContext(test, { imports: [BellModule] });
    const [relay, workers, stuck] = [context.get(Relay), context.get(Workers), context.get(StuckWork)];
    for (const queue of context.get(Queues).all()) await queue.obliterate({ force: true });
    await workers.start();
    await relay.start();
    await test.transactions.write((tx) => publish(tx, { type: Rung, key: 'b', payload: { bell: 'door' } }));

    await until(async () => heard.length === 1 && (await stuck.list()).jobs.length === 1);
    const [job] = (await stuck.list()).jobs;
    expect(heard).toEqual(['door']);
    expect(job).toMatchObject({ queue: 'payments', handler: 'platform-test.call', eventName: 'platform-test.rung.v1', payload: { bell: 'door' }, failure: 'the other company does not answer' });

    broken = false;
    expect(await stuck.retry('payments', job?.id ?? '')).toBe(true);
    await until(() => Promise.resolve(heard.length === 2));
    expect(heard).toEqual(['door', 'called door']);
    expect((await stuck.list()).jobs).toEqual([]);
    expect(await stuck.retry('payments', job?.id ?? '')).toBe(false);

    await relay.stop();
    await workers.stop();
    await context.close();
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen within 20 s');
}
