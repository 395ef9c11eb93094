import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../testing';

describe('the pool when the database goes', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await createTestDatabase(); });
  afterAll(() => test.drop());

  it('a connection that breaks between two statements of a transaction fails that transaction and not the process', async () => {
    const work = test.transactions.write(async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await test.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      // The pool has no ear on a connection that is lent out: without one of ours the loss ends the process here.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sql`SELECT 1`.execute(tx);
    });
    await expect(work).rejects.toThrow(/terminat|not queryable/i);
    expect((await test.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
