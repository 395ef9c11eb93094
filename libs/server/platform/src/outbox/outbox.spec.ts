import * as z from 'zod';
import { Module } from '@nestjs/common';
import { defineEvent } from '@oneshelf/contracts';
import { sql } from 'kysely';
import { HandlesEvent, publish, publishWithin, RunHandler, type TransactionHandler, type Tx } from '../index';
import { createTestContext, createTestDatabase, runEvents, type TestDatabase } from '../testing';

const Counted = defineEvent('platform-test.counted.v1', z.object({ amount: z.int() }));
const applied: number[] = [];

@HandlesEvent({ id: 'platform-test.count', event: Counted, queue: 'database' })
class CountHandler implements TransactionHandler<{ amount: number }> {
  apply(_tx: Tx, payload: { amount: number }): Promise<void> {
    applied.push(payload.amount);
    return Promise.resolve();
  }
}

@Module({ providers: [CountHandler] })
class CountModule {}

describe('outbox', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await createTestDatabase(); });
  afterAll(() => test.drop());
  beforeEach(() => { applied.length = 0; });

  it('hands an event to its handler once, however often it is delivered', async () => {
    const context = await createTestContext(test, { imports: [CountModule] });
    await test.transactions.write((tx) => publish(tx, { type: Counted, key: 'a', payload: { amount: 7 } }));
    const event = await test.database.selectFrom('outbox_event').selectAll().executeTakeFirstOrThrow();

    expect(await runEvents(context, test.database)).toEqual(['platform-test.counted.v1']);
    const handler = { options: { id: 'platform-test.count', event: Counted, queue: 'database' as const }, instance: new CountHandler() };
    await context.get(RunHandler).run(handler as never, { eventId: event.id, eventName: event.name, traceId: event.trace_id, occurredAt: event.occurred_at.toISOString(), payload: event.payload });

    expect(applied).toEqual([7]);
    await context.close();
  });

  it('keeps no event of a transaction that refused', async () => {
    const before = await test.database.selectFrom('outbox_event').select('id').execute();
    const result = await test.transactions.run(async (tx) => {
      await publish(tx, { type: Counted, key: 'b', payload: { amount: 1 } });
      return { ok: false as const, refusal: { kind: 'no' } };
    });
    expect(result).toEqual({ ok: false, refusal: { kind: 'no' } });
    expect(await test.database.selectFrom('outbox_event').select('id').execute()).toEqual(before);
  });

  it('takes an event that rides in the statement of its change, where the condition holds', async () => {
    const context = await createTestContext(test, { imports: [CountModule] });
    const send = (amount: number, condition: boolean) =>
      test.transactions.write((tx) => sql`WITH told AS (${publishWithin(tx, { type: Counted, key: 'd', payload: { amount } }, sql`${condition}::boolean`)}) SELECT 1`.execute(tx));
    await send(3, true);
    await send(4, false);
    const written = await test.database.selectFrom('outbox_event').select(['name', 'key', 'payload']).where('key', '=', 'd').execute();
    expect(written).toEqual([{ name: 'platform-test.counted.v1', key: 'd', payload: { amount: 3 } }]);
    expect(await runEvents(context, test.database)).toEqual(['platform-test.counted.v1']);
    expect(applied).toEqual([3]);
    await expect(send(1.5, true)).rejects.toThrow('expected int');
    await context.close();
  });

  it('refuses a payload that does not fit its schema', async () => {
    await expect(test.transactions.write((tx) => publish(tx, { type: Counted, key: 'c', payload: { amount: 1.5 } }))).rejects.toThrow('expected int');
  });
});
