import type { DB } from '@oneshelf/database-types';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { withPreparedStatements } from './prepared-statements';

/** Injection token of the Kysely instance; `.repository.ts` files get a transaction of it from Transactions.run. */
export const DATABASE = Symbol('database');

/** Injection token of the pg pool beneath; only for hand-written, named statements. */
export const POOL = Symbol('pool');

export type Database = Kysely<DB>;

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

/** int8 and numeric arrive as numbers; one that a number cannot hold is a bug and throws. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`The database sent ${text}, which is beyond a safe integer`);
  return value;
}

const types = new pg.TypeOverrides();
types.setTypeParser(INT8, parseInteger);
types.setTypeParser(NUMERIC, Number);
// A business date is a day, not an instant: it stays the text 'YYYY-MM-DD'.
types.setTypeParser(DATE, (text: string) => text as never);

export interface PoolOptions {
  connectionString: string;
  size: number;
  applicationName?: string;
}

/** The pool of this process. Statements are cut off after 30 s, so nothing hangs for ever. */
export function createPool({ connectionString, size, applicationName = 'oneshelf' }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: size,
    types,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  // Nor may one that is lent out: the pool listens to idle ones only. Its next statement fails, and with it the work.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** `prepared`: marked statements are sent by name; not behind a transaction pooler. */
export const createDatabase = (pool: pg.Pool, { prepared } = { prepared: true }): Database => new Kysely<DB>({ dialect: new PostgresDialect({ pool: prepared ? withPreparedStatements(pool) : pool }) });
