import * as z from 'zod';
import { defineEvent } from '@oneshelf/contracts';
import pg from 'pg';
import { sql } from 'kysely';
import { createDatabase, createPool, PREPARED, publish, publishWithin } from '../index';
import { createTestDatabase, type TestDatabase } from '../testing';
import { OUTBOX_CHANNEL } from './wake-relay';

const Said = defineEvent('platform-test.said.v1', z.object({}));

describe('the wake-up of the relay', () => {
  let test: TestDatabase;
  let listener: pg.Client;
  let heard = 0;
  beforeAll(async () => {
    test = await createTestDatabase();
    listener = new pg.Client({ connectionString: test.url });
    await listener.connect();
    listener.on('notification', () => { heard += 1; });
    await listener.query(`LISTEN ${OUTBOX_CHANNEL}`);
  });
  afterAll(async () => {
    await listener.end();
    await test.drop();
  });
  const say = () => test.transactions.write((tx) => publish(tx, { type: Said, key: 'k', payload: {} }));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

  it('comes after a commit that said something, and after no other', async () => {
    await say();
    await settled();
    expect(heard).toBe(1);
    await test.transactions.write((tx) => tx.selectFrom('outbox_event').selectAll().execute());
    await expect(test.transactions.write(async (tx) => {
      await publish(tx, { type: Said, key: 'k', payload: {} });
      throw new Error('undone');
    })).rejects.toThrow('undone');
    await settled();
    expect(heard).toBe(1);
  });

  it('comes also for an event that rode in a statement', async () => {
    const before = heard;
    await test.transactions.write((tx) => sql`WITH told AS (${publishWithin(tx, { type: Said, key: 'k', payload: {} }, sql`true`)}) SELECT 1`.execute(tx));
    await settled();
    expect(heard - before).toBe(1);
  });

  it('is one for many commits that come together, and none is missed', async () => {
    const before = heard;
    await Promise.all(Array.from({ length: 60 }, say));
    await settled();
    expect(heard - before).toBeGreaterThanOrEqual(1);
    expect(heard - before).toBeLessThan(30);
    await say();
    await settled();
    expect(heard - before).toBeGreaterThanOrEqual(2);
  });
});

describe('a statement that is marked', () => {
  it('is planned once per connection, and can be sent unnamed behind a pooler', async () => {
    const test = await createTestDatabase();
    for (const prepared of [true, false]) {
      const database = createDatabase(createPool({ connectionString: test.url, size: 1 }), { prepared });
      for (let times = 0; times < 3; times += 1) expect((await sql<{ sum: number }>`${PREPARED}SELECT ${times}::int + 1 AS sum`.execute(database)).rows).toEqual([{ sum: times + 1 }]);
      const { rows } = await sql`SELECT name FROM pg_prepared_statements`.execute(database);
      expect(rows).toHaveLength(prepared ? 1 : 0);
      await database.destroy();
    }
    await test.drop();
  });
});
