// Brings the database to the newest migration. Asks the database first, so an up-to-date one costs no Prisma start.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { command, run } from './build.mjs';
import { step, Stop } from './say.mjs';

const folder = path.resolve(import.meta.dirname, '../../prisma/migrations');

async function applied(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
    return new Set(rows.map((row) => row.migration_name));
  } catch (error) {
    if (error.code === '42P01') return new Set(); // no migration table yet
    throw new Stop(`The database at ${new URL(url).host} cannot be used: ${error.message}. Check DATABASE_URL.`);
  } finally {
    await client.end();
  }
}

export async function migrate(url) {
  const done = await applied(url);
  const wanted = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (wanted.every((name) => done.has(name))) return;
  step('Bringing the database up to date …');
  try {
    await run([command('prisma'), 'migrate', 'deploy'], { DATABASE_URL: url });
  } catch (error) {
    throw new Stop(`A migration failed; the database is as it was before it.\n${error.message}`);
  }
}
