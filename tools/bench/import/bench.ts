import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@oneshelf/platform';
import type pg from 'pg';
import { demo } from '@oneshelf/prisma/demo';
import { openLab, openPool, statementsSoFar } from '../kit/lab';
import { ImportClient } from '../kit/machine.mjs';
import { median } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';

export const products = ['api', 'worker'];

const FIXTURE = 'catalog/rebrickable/sets.csv';
const MAX_ROUNDS = 5;
/** No further round is begun after that, so that a slow machine still ends. */
const ENOUGH_MS = 40_000;
const POLL_MS = 100;
const mapping = { fields: { title: 'name', sku: 'set_num', category: 'theme_id' } };

interface Run { id: string; status: string; rowsTotal: number; mappingKept: boolean; failure: string | null; counts: { productsNew: number; rowsRejected: number } | null }

/** A real file of 20,869 products through upload, check and import; beneath it the same rows in two bulk statements. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const file = path.join(context.fixtures, FIXTURE);
  if (!existsSync(file)) throw new CannotMeasure(`There is no file ${file}. Set FIXTURES_DIR to the folder of the fixtures.`);
  const original = readFileSync(file, 'utf8');
  const lab = await openLab(context);
  const { apiUrl, peakMb } = await startServers(context, { lab, worker: true });
  const client = new ImportClient(apiUrl);
  await client.signIn(demo.staff.merchandiser.email, demo.password);
  await keepMapping(client, original.split('\n').slice(0, 1).concat('bench-0,Kept mapping,2026,1,1').join('\n'));
  const pool = openPool(context, lab.url, 1);
  const [ours, floor, statements]: [number[], number[], number[]] = [[], [], []];
  const from = performance.now();
  let rows = 0;
  while (ours.length === 0 || (ours.length < MAX_ROUNDS && performance.now() - from < ENOUGH_MS)) {
    const content = asNew(original, ours.length + 1);
    const before = (await statementsSoFar(lab.pool)).all;
    const at = performance.now();
    rows = await importThrough(client, content);
    ours.push((performance.now() - at) / 1000);
    statements.push((await statementsSoFar(lab.pool)).all - before);
    floor.push(await importByHand(pool, asNew(original, ours.length + 100)));
    context.say(`round ${ours.length}: ${rows} rows in ${rounded(ours.at(-1) ?? 0)} s, by hand ${rounded(floor.at(-1) ?? 0)} s; most memory ${JSON.stringify(peakMb())} MB`);
  }
  const [seconds, beneath, peak] = [median(ours), median(floor), peakMb()];
  return {
    unit: 's', ours: rounded(seconds), floor: rounded(beneath), ratio: rounded(beneath / seconds), p50Ms: null, p99Ms: null, sqlPerOp: rounded(median(statements) / rows),
    rssMb: Math.max(...Object.values(peak)), rssByProcess: peak, rows, rounds: ours.length, slowestSeconds: rounded(Math.max(...ours)), statementsPerRun: median(statements),
  };
}

/** The same file with other numbers, because a file that was imported before changes nothing. */
const asNew = (content: string, round: number): string => content.split('\n').map((line, index) => (index === 0 || line === '' ? line : `r${round}-${line}`)).join('\n');

async function keepMapping(client: ImportClient, content: string): Promise<void> {
  const { id } = (await client.upload('first.csv', Buffer.from(content), 'GB')) as Run;
  await client.post(`${id}/mapping`, mapping);
}

async function importThrough(client: ImportClient, content: string): Promise<number> {
  let run = (await client.upload('sets.csv', Buffer.from(content), 'GB')) as Run;
  if (!run.mappingKept) throw new Error('The mapping of the first file was not kept.');
  run = (await client.post(`${run.id}/check`, undefined)) as Run;
  run = (await client.post(`${run.id}/start`, undefined)) as Run;
  while (run.status === 'importing') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    run = (await client.get(run.id)) as Run;
  }
  if (run.status !== 'done') throw new Error(`The import ended as ${run.status}: ${run.failure ?? ''}`);
  return run.rowsTotal;
}

/** Cut the lines, write products and variants in one statement each, one transaction. Answers the seconds. */
async function importByHand(pool: pg.Pool, content: string): Promise<number> {
  const at = performance.now();
  const rows = content.split('\n').slice(1).filter((line) => line !== '').map((line) => ({ line, sku: line.slice(0, line.indexOf(',')), title: line.slice(line.indexOf(',') + 1, line.lastIndexOf(',')), id: newId(), variantId: newId() }));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`INSERT INTO product (id, handle, title, option_names) SELECT id, handle, title, '{}' FROM unnest($1::uuid[], $2::text[], $3::text[]) AS p (id, handle, title)`, [rows.map((row) => row.id), rows.map((row) => row.sku), rows.map((row) => row.title)]);
    await client.query(`INSERT INTO variant (id, product_id, sku, option_values) SELECT id, product_id, sku, '{}' FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS v (id, product_id, sku)`, [rows.map((row) => row.variantId), rows.map((row) => row.id), rows.map((row) => row.sku)]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return (performance.now() - at) / 1000;
}
