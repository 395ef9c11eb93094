import { randomUUID } from 'node:crypto';
import type { ApprovalRuleContract, PriceBookList, StorefrontQuote } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import type pg from 'pg';
import { openLab } from '../kit/lab';
import { median, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { signedInAs } from '../kit/sign-in';

export const products = ['api'];

interface ReviewedDraft {
  versionId: string;
  revision: number;
}

const PRICES = 100_000;
const LOOK_EVERY_MS = 20;
const LIMIT_MS = 60_000;

/**
 * A hundred thousand changed prices, from the request that publishes them until the shop's API quotes the new one. The
 * floor is the same rows ended and begun by two statements by hand.
 */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const { origin, peakMb } = await startServers(context, { lab });
  const office = await signedInAs(origin, demo.staff.merchandiser.email);
  await allowSoMany(origin);
  const { bookId, sample } = await giveProducts(lab.pool);
  const [ours, published, floor]: [number[], number[], number[]] = [[], [], []];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const price = 1000 + round;
    await giveDraft(lab.pool, bookId, price);
    const drafts = await draftsOf(origin, office);
    const from = performance.now();
    await publishDraft(origin, { cookie: office, drafts });
    published.push(performance.now() - from);
    await untilQuoted(origin, { variantId: sample, price });
    ours.push(performance.now() - from);
    floor.push(await publishByHand(lab.pool, round + 1));
    context.say(`round ${round}: answered after ${rounded((published.at(-1) ?? 0) / 1000)} s, quoted after ${rounded((ours.at(-1) ?? 0) / 1000)} s; two statements ${rounded((floor.at(-1) ?? 0) / 1000)} s`);
  }
  const [seconds, beneath] = [median(ours) / 1000, median(floor) / 1000];
  return { unit: 's', ours: rounded(seconds), floor: rounded(beneath), ratio: rounded(beneath / seconds), p50Ms: Math.round(seconds * 1000), p99Ms: null, sqlPerOp: null, rssMb: peakMb()['api'] ?? null, answeredSeconds: rounded(median(published) / 1000), prices: PRICES };
}

/** Products of one variant each, for sale in the British list. */
async function giveProducts(pool: pg.Pool): Promise<{ bookId: string; sample: string }> {
  const { rows: [book] } = await pool.query<{ id: string; release: number }>(`SELECT b.id, (SELECT max(number) FROM price_release WHERE market_code = 'GB')::int AS release FROM price_book b WHERE b.code = 'gb-list'`);
  if (!book) throw new CannotMeasure('The demo chain has no British list. Nothing was measured.');
  await pool.query(`
    CREATE TABLE bench_made AS SELECT gen_random_uuid() AS product_id, gen_random_uuid() AS variant_id, n FROM generate_series(1, ${PRICES}) n`);
  await pool.query(`INSERT INTO product (id, handle, title, option_names, status, tax_class) SELECT product_id, 'bench-' || n, 'Bench ' || n, '{}', 'active', 'standard' FROM bench_made`);
  await pool.query(`INSERT INTO variant (id, product_id, sku, option_values, status, cost_minor, cost_currency) SELECT variant_id, product_id, 'BENCH-' || n, '{}', 'active', 300, 'GBP' FROM bench_made`);
  await pool.query(`INSERT INTO price (book_id, variant_id, from_release, amount_minor) SELECT $1, variant_id, $2, 999 FROM bench_made`, [book.id, book.release]);
  await pool.query('CREATE TABLE bench_price (LIKE price INCLUDING ALL)');
  await pool.query('INSERT INTO bench_price (book_id, variant_id, from_release, amount_minor) SELECT $1, variant_id, 1, 999 FROM bench_made', [book.id]);
  await pool.query('VACUUM ANALYZE');
  const { rows: [sample] } = await pool.query<{ variant_id: string }>('SELECT variant_id FROM bench_made WHERE n = 1');
  return { bookId: book.id, sample: sample?.variant_id ?? '' };
}

/** The draft as an import leaves it: written by one statement, since typing it is not what is measured. */
async function giveDraft(pool: pg.Pool, bookId: string, price: number): Promise<void> {
  const versionId = randomUUID();
  await pool.query(`
    INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name)
    SELECT $1, $2, coalesce(max(number), 0) + 1, 'draft', coalesce(max(number) FILTER (WHERE status = 'live'), 0), 'bench', 'bench' FROM price_book_version WHERE book_id = $2`, [versionId, bookId]);
  await pool.query(`INSERT INTO price_draft_change (version_id, variant_id, amount_minor, changed_by) SELECT $1, variant_id, $2, 'bench' FROM bench_made`, [versionId, price]);
  await pool.query('CHECKPOINT');
}

/** By the real way: finance lets so many changes through without a second person. Not timed; the guards look all the same. */
async function allowSoMany(origin: string): Promise<void> {
  const cookie = await signedInAs(origin, demo.staff.finance.email);
  const rule: ApprovalRuleContract = { maxChanges: PRICES, belowCost: true, belowFloor: true, marginFallBasisPoints: 200 };
  const answer = await fetch(`${origin}/api/markets/GB/approval-rule`, { method: 'PUT', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(rule) });
  if (!answer.ok) throw new CannotMeasure(`Finance could not set the rule of approval (${answer.status}: ${(await answer.text()).slice(0, 300)}). Nothing was measured.`);
}

async function publishDraft(origin: string, { cookie, drafts }: { cookie: string; drafts: ReviewedDraft[] }): Promise<void> {
  const answer = await fetch(`${origin}/api/markets/GB/publish`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ drafts }) });
  if (!answer.ok) throw new Error(`publish answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}

/** Not the review, which is for a person to read. */
async function draftsOf(origin: string, cookie: string): Promise<ReviewedDraft[]> {
  const { items } = (await (await fetch(`${origin}/api/price-books`, { headers: { cookie } })).json()) as PriceBookList;
  return items.flatMap(({ draft }) => (draft ? [{ versionId: draft.versionId, revision: 1 }] : []));
}

async function untilQuoted(origin: string, { variantId, price }: { variantId: string; price: number }): Promise<void> {
  const until = performance.now() + LIMIT_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${origin}/api/storefront/quote`, { method: 'POST', headers: { 'x-oneshelf-key': demo.apiKeys.webGb.key, 'content-type': 'application/json' }, body: JSON.stringify({ lines: [{ variantId, quantityMilli: 1000 }] }) });
    const text = await answer.text();
    if (answer.ok && (JSON.parse(text) as StorefrontQuote).lines[0]?.listUnitMinor === price) return;
    if (!answer.ok) throw new Error(`quote answered ${answer.status}: ${text.slice(0, 300)}`);
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
  throw new CannotMeasure(`The new price was not quoted within ${LIMIT_MS / 1000} s. Nothing was measured.`);
}

/** The rows of one publish in a table of the same form, ended and begun by two statements, with nothing around them. */
async function publishByHand(pool: pg.Pool, release: number): Promise<number> {
  const client = await pool.connect();
  const from = performance.now();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE bench_price SET to_release = $1 WHERE to_release IS NULL', [release]);
    await client.query('INSERT INTO bench_price (book_id, variant_id, from_release, amount_minor) SELECT gen_random_uuid(), variant_id, $1::int, $1::int FROM bench_made', [release]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return performance.now() - from;
}
