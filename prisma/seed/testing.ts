import { randomBytes } from 'node:crypto';
import type { DB } from '../generated/database';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

export interface SeedDatabase {
  url: string;
  db: Kysely<DB>;
  drop(): Promise<void>;
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

/** A migrated, empty database. Not the platform's helper: platform depends on this project, so this one cannot depend on it. */
export async function createSeedDatabase(): Promise<SeedDatabase> {
  const adminUrl = process.env['ONESHELF_TEST_ADMIN_URL'];
  const template = process.env['ONESHELF_TEST_TEMPLATE'];
  if (adminUrl === undefined || template === undefined) throw new Error('Use jest.database.mjs as preset: it starts the PostgreSQL of the tests.');
  const name = `test_seed_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const address = new URL(adminUrl);
  address.pathname = `/${name}`;
  const url = address.toString();
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }) });
  return {
    url,
    db,
    drop: async () => {
      await db.destroy();
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Rows and a hash of all their values, for every table. */
export async function fingerprint(db: Kysely<DB>): Promise<Record<string, { rows: number; hash: string }>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%' order by 1`.execute(db);
  const prints: Record<string, { rows: number; hash: string }> = {};
  for (const { name } of tables.rows) {
    const found = await sql<{ rows: number; hash: string }>`
      select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${sql.table(name)} t`.execute(db);
    prints[name] = found.rows[0] ?? { rows: -1, hash: '' };
  }
  return prints;
}
