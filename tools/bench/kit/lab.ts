import pg from 'pg';
import { seed } from '@oneshelf/prisma/seed';
import { ensureTemplate, startTestPostgres } from './machine.mjs';
import type { BenchContext } from './run-bench';

const DATABASE = 'oneshelf_bench';

export interface Lab {
  url: string;
  /** For looking and for arranging; not measured. */
  pool: pg.Pool;
}

/** A PostgreSQL of our own that really waits for its disk, with the demo chain in it. Gone at the end. */
export async function openLab(context: BenchContext): Promise<Lab> {
  const server = await startTestPostgres({ durable: true, flags: ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.max=10000'] });
  context.later(() => server.stop());
  const template = await ensureTemplate(server.url);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${DATABASE} TEMPLATE ${template}`);
  await admin.end();
  const address = new URL(server.url);
  address.pathname = `/${DATABASE}`;
  const url = address.toString();
  await seed(url);
  const pool = openPool(context, url, 4);
  await pool.query('CREATE EXTENSION pg_stat_statements');
  await pool.query('VACUUM ANALYZE');
  return { url, pool };
}

/** A pool that is closed at the end. */
export function openPool(context: BenchContext, url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size });
  pool.on('error', () => undefined);
  context.later(() => pool.end());
  return pool;
}

export interface StatementCount {
  /** As the server counted them, BEGIN and COMMIT among them. */
  all: number;
  /** Without BEGIN and COMMIT. */
  withoutBrackets: number;
}

/** Statements of the whole database so far; take it before and after. */
export async function statementsSoFar(pool: pg.Pool): Promise<StatementCount> {
  const { rows } = await pool.query<{ all: string; bare: string }>(`
    SELECT coalesce(sum(calls), 0) AS all, coalesce(sum(calls) FILTER (WHERE query NOT ILIKE 'begin%' AND query NOT ILIKE 'commit%' AND query NOT ILIKE 'start transaction%'), 0) AS bare
    FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'`);
  return { all: Number(rows[0]?.all), withoutBrackets: Number(rows[0]?.bare) };
}
