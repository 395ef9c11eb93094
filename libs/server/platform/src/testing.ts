import { randomBytes } from 'node:crypto';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { AccessGuard, AUTHENTICATOR, type Authenticator, configureHttp, type Config, createDatabase, createPool, type Actor, DATABASE, HandlerRegistry, loadConfig, type Database, PlatformModule, RunHandler } from './index';
import { Commands } from './db/idempotency';
import { Transactions } from './db/transactions';
import { type Duel, Interruption } from './testing-interruption';

export { type Duel, Interruption };

export interface TestDatabase {
  url: string;
  config: Config;
  pool: pg.Pool;
  database: Database;
  transactions: Transactions;
  commands: Commands;
  drop(): Promise<void>;
}

/** A fresh database with every migration applied; drop it in afterAll. */
export async function createTestDatabase(environment: Record<string, string> = {}): Promise<TestDatabase> {
  const adminUrl = process.env['ONESHELF_TEST_ADMIN_URL'];
  if (!adminUrl) throw new Error('Use jest.database.mjs as preset: it starts the PostgreSQL of the tests.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${process.env['ONESHELF_TEST_TEMPLATE']}`);
  const address = new URL(adminUrl);
  address.pathname = `/${name}`;
  const url = address.toString();
  const config = loadConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '10', ...environment });
  const pool = createPool({ connectionString: url, size: 20 });
  const database = createDatabase(pool);
  const transactions = new Transactions(database);
  return {
    url, config, pool, database, transactions, commands: new Commands(transactions),
    drop: async () => {
      await database.destroy();
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A Nest context of these modules on the test database, without HTTP. */
export async function createTestContext(test: TestDatabase, metadata: ModuleMetadata): Promise<TestingModule> {
  const module = await Test.createTestingModule({ ...metadata, imports: [PlatformModule.forProcess('test', test.config), ...(metadata.imports ?? [])] }).compile();
  return module.init();
}

/** These modules twice on one database; what the victim does can be interrupted after any statement. */
export async function createRivals(test: TestDatabase, metadata: ModuleMetadata): Promise<{ interruption: Interruption; victim: TestingModule; rival: TestingModule; close(): Promise<void> }> {
  const interruption = new Interruption(test.database);
  const side = async ({ database, transactions }: Pick<TestDatabase, 'database' | 'transactions'>) => {
    const module = await Test.createTestingModule({ ...metadata, imports: [PlatformModule.forProcess('test', test.config), ...(metadata.imports ?? [])] })
      .overrideProvider(DATABASE).useValue(database).overrideProvider(Transactions).useValue(transactions).compile();
    return module.init();
  };
  const [victim, rival] = [await side(interruption), await side(test)];
  return { interruption, victim, rival, close: async () => { await victim.close(); await rival.close(); } };
}

/** The HTTP application of these modules, as `actor` (null: nobody). Use app.inject(). Routes stand below /api. */
export async function createTestApp(test: TestDatabase, options: { imports: ModuleMetadata['imports']; actor: () => Actor | null }): Promise<NestFastifyApplication> {
  const find = () => Promise.resolve(options.actor());
  const authenticator: Authenticator = { bySession: find, byDeviceToken: find, byApiKey: find };
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forProcess('test', test.config), ...(options.imports ?? [])],
    providers: [{ provide: AUTHENTICATOR, useValue: authenticator }, { provide: APP_GUARD, useClass: AccessGuard }],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { rawBody: true, logger: false });
  await configureHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Headers that make the guard ask the test's authenticator, whatever kind of caller the route wants. */
export const signedIn = { cookie: 'oneshelf_session=test', authorization: 'Bearer test', 'x-oneshelf-key': 'test' };

/**
 * Runs every handler for every event in the outbox, and for those that they publish, until none is left: what relay,
 * queue and worker do, at once and in this process. Returns the names of the handled events in order.
 */
export async function runEvents(context: { get<Value>(token: Type<Value>, options?: { strict: boolean }): Value }, database: Database): Promise<string[]> {
  const handlers = [...context.get(HandlerRegistry, { strict: false }).all().values()];
  const runner = context.get(RunHandler, { strict: false });
  const names: string[] = [];
  for (;;) {
    const event = await database.selectFrom('outbox_event').selectAll().where('relayed_at', 'is', null).orderBy('occurred_at').limit(1).executeTakeFirst();
    if (!event) return names;
    for (const handler of handlers.filter(({ options }) => options.event.name === event.name)) {
      await runner.run(handler, { eventId: event.id, eventName: event.name, traceId: event.trace_id, occurredAt: event.occurred_at.toISOString(), payload: event.payload });
    }
    await database.updateTable('outbox_event').set({ relayed_at: new Date() }).where('id', '=', event.id).execute();
    names.push(event.name);
  }
}

/**
 * Puts a competitor into the middle of a use case: `victim` runs with the object's method wrapped, so that before its
 * first call the competitor runs to its end.
 */
export async function race<Target extends object, Value>(
  seam: { target: Target; method: keyof Target & string; competitor: () => Promise<unknown> },
  victim: () => Promise<Value>,
): Promise<Value> {
  const original = seam.target[seam.method] as unknown as (...values: unknown[]) => unknown;
  let first = true;
  const wrapped = async (...values: unknown[]) => {
    if (first) {
      first = false;
      await seam.competitor();
    }
    return original.apply(seam.target, values);
  };
  Object.assign(seam.target, { [seam.method]: wrapped });
  try {
    return await victim();
  } finally {
    Object.assign(seam.target, { [seam.method]: original });
  }
}
