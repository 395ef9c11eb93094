import type pg from 'pg';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { openLab } from '../kit/lab';
import { findChromium } from '../kit/machine.mjs';
import { median, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { openTill } from '../till/till-page';
import { parseAndPut, watchDeltas } from './delta-watch';

export const products = ['api', 'pos'];

const PRODUCTS = 20_000;
const CHANGED = 500;
/** A tablet of a shop beside this machine. */
const SLOWER = 6;
const WEEK = 50;

interface Delta { bytes: number; appliedMs: number; text: string }

/** A till gets 500 changed prices: bytes over the line, and answer come → at hand and on the disk; then a week of releases at once. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  await giveProducts(lab.pool);
  const { origin } = await startServers(context, { lab, till: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  context.later(() => browser.close());
  const shop = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [till, bare] = [await shop.newPage(), await (await browser.newContext()).newPage()];
  await till.addInitScript(watchDeltas);
  await openTill(till, origin).catch((error: Error) => { throw new CannotMeasure(`The till did not come to its sell screen: ${error.message.split('\n')[0]}. Nothing was measured.`); });
  await bare.goto(`${origin}/api/health`);
  const line = await shop.newCDPSession(till);
  await line.send('Network.enable');
  for (const devtools of [line, await bare.context().newCDPSession(bare)]) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const [deltas, floor]: [Delta[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const delta = await nextDelta(till, line, () => publish(lab.pool, round));
    deltas.push(delta);
    floor.push(await bare.evaluate(parseAndPut, delta.text));
    context.say(`round ${round + 1}: ${delta.bytes} bytes on the line, at hand and on the disk after ${rounded(delta.appliedMs)} ms; parsed and put ${rounded(floor.at(-1) ?? 0)} ms`);
  }
  const week = await afterAWeek({ till, line }, () => publish(lab.pool, 0));
  context.say(`${WEEK} releases of ${CHANGED} prices at once: ${week.bytes} bytes, ${rounded(week.appliedMs)} ms; a whole book of ${PRODUCTS} products: ${await wholeBytes(till)} bytes`);
  const [ours, beneath] = [median(deltas.map(({ appliedMs }) => appliedMs)), median(floor)];
  return {
    unit: 'ms', ours: rounded(ours), floor: rounded(beneath), ratio: rounded(beneath / ours), p50Ms: rounded(ours), p99Ms: null, sqlPerOp: null, rssMb: null,
    bytes: median(deltas.map(({ bytes }) => bytes)), products: PRODUCTS, changed: CHANGED, slower: SLOWER, weekBytes: week.bytes, weekMs: rounded(week.appliedMs),
  };
}

/** The answer to the till's next question for its price book, and how long the till took over it. */
async function nextDelta(till: Page, line: CDPSession, change: () => Promise<void>): Promise<Delta> {
  const known = await till.evaluate(() => window.deltaWatch.applied.length);
  const sizes = new Map<string, number>();
  const keep = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }): void => { sizes.set(requestId, encodedDataLength); };
  const asked: string[] = [];
  const notice = ({ requestId, response }: { requestId: string; response: { url: string; status: number } }): void => { if (response.url.includes('/api/pos/price-book') && response.status === 200) asked.push(requestId); };
  line.on('Network.loadingFinished', keep);
  line.on('Network.responseReceived', notice);
  const answer = till.waitForResponse((response) => response.url().includes('/api/pos/price-book') && response.status() === 200);
  await change();
  const text = await (await answer).text();
  const handle = await till.waitForFunction((before) => window.deltaWatch.applied[before] ?? false, known);
  line.off('Network.loadingFinished', keep);
  line.off('Network.responseReceived', notice);
  if (!text.startsWith('{"kind":"delta"')) throw new CannotMeasure('The server gave a whole book where a delta was to be measured.');
  return { bytes: sizes.get(asked.at(-1) ?? '') ?? Number.NaN, appliedMs: Number(await handle.jsonValue()), text };
}

async function afterAWeek({ till, line }: { till: Page; line: CDPSession }, change: () => Promise<void>): Promise<Delta> {
  await till.context().setOffline(true);
  for (let release = 0; release < WEEK; release += 1) await change();
  return nextDelta(till, line, async () => { await till.context().setOffline(false); });
}

const wholeBytes = async (till: Page): Promise<number> =>
  till.evaluate(() => performance.getEntriesByType('resource').filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('/api/pos/price-book')).at(0)?.encodedBodySize ?? 0);

async function giveProducts(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE TABLE bench_made AS SELECT gen_random_uuid() AS product_id, gen_random_uuid() AS variant_id, n FROM generate_series(1, ${PRODUCTS}) n`);
  await pool.query(`INSERT INTO product (id, handle, title, option_names, status, tax_class) SELECT product_id, 'bench-' || n, 'Bench ' || n, '{}', 'active', 'standard' FROM bench_made`);
  await pool.query(`INSERT INTO variant (id, product_id, sku, option_values, status) SELECT variant_id, product_id, 'BENCH-' || n, '{}', 'active' FROM bench_made`);
  await pool.query(`INSERT INTO price (book_id, variant_id, from_release, amount_minor) SELECT b.id, m.variant_id, 1, 1000 + m.n FROM bench_made m, price_book b WHERE b.code = 'gb-list'`);
  await pool.query('VACUUM ANALYZE');
}

let lastChanged = 0;

/** One release with 500 other prices, as a publish leaves it; how long a publish takes is another bench's. */
async function publish(pool: pg.Pool, round: number): Promise<void> {
  const first = lastChanged % PRODUCTS;
  lastChanged += CHANGED;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: [release] } = await client.query<{ number: number }>(`INSERT INTO price_release (market_code, number, cause, released_by) SELECT 'GB', max(number) + 1, 'bench', 'bench' FROM price_release WHERE market_code = 'GB' RETURNING number`);
    const changed = 'p.book_id = b.id AND p.variant_id = m.variant_id AND m.n > $2 AND m.n <= $3';
    await client.query(`UPDATE price p SET to_release = $1 FROM price_book b, bench_made m WHERE b.code = 'gb-list' AND ${changed} AND p.to_release IS NULL`, [release?.number, first, first + CHANGED]);
    await client.query(`INSERT INTO price (book_id, variant_id, from_release, amount_minor) SELECT b.id, m.variant_id, $1::int, 2000 + m.n + $4::int + $1::int FROM price_book b, bench_made m WHERE b.code = 'gb-list' AND m.n > $2 AND m.n <= $3`, [release?.number, first, first + CHANGED, round]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
