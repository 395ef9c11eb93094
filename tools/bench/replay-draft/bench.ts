import { invariant } from '@oneshelf/domain-kernel';
import { InsightsModule, ReplayDraftUseCase } from '@oneshelf/server-insights';
import { LoadPriceBook, PriceReviews } from '@oneshelf/server-pricing';
import { type Lab, openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { ORDERS, storeOrders } from '../kit/stored-orders';

/** 100,000 orders of the last four weeks quoted at the live prices and at a draft of every price; beneath it the same rows read and parsed, without pricing. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const app = await productOf(context, { lab, imports: [InsightsModule], poolSize: 4 });
  const book = await app.get(LoadPriceBook, { strict: false }).run('GB');
  await storeOrders(lab, book, 27);
  const changes = await draftAll(lab);
  const drafts = await app.get(PriceReviews, { strict: false }).drafts.open('GB');
  const floorSeconds = await readAll(lab);
  const { seconds, cpuSeconds, baskets, longestBlockMs } = await replayAll(app.get(ReplayDraftUseCase, { strict: false }), drafts);
  invariant(baskets === ORDERS, `${baskets} baskets were replayed`);
  context.say(`${baskets} baskets, each quoted twice, with ${changes} drafted prices in ${rounded(seconds)} s (${rounded(cpuSeconds)} s of this process's own work); only read ${rounded(floorSeconds)} s; nobody waited longer than ${rounded(longestBlockMs)} ms`);
  return {
    unit: 'orders/s', ours: Math.round(baskets / seconds), floor: Math.round(ORDERS / floorSeconds), ratio: rounded(floorSeconds / seconds), p50Ms: null, p99Ms: null, sqlPerOp: null, seconds: rounded(seconds), orders: baskets,
    cpuSeconds: rounded(cpuSeconds), longestBlockMs: rounded(longestBlockMs), rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** Every price of the list four percent higher. */
async function draftAll({ pool }: Lab): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name)
    SELECT gen_random_uuid(), id, 2, 'draft', 1, 'bench', 'Bench' FROM price_book WHERE code = 'gb-list' RETURNING id`);
  const { rowCount } = await pool.query(
    `INSERT INTO price_draft_change (version_id, variant_id, from_milli, amount_minor, changed_by)
    SELECT $1, p.variant_id, p.from_milli, round(p.amount_minor * 1.04), 'Bench' FROM price p JOIN price_book b ON b.id = p.book_id WHERE b.code = 'gb-list' AND p.to_release IS NULL`, [rows[0]?.id]);
  return rowCount ?? 0;
}

async function readAll({ pool }: Lab): Promise<number> {
  const startedAt = performance.now();
  let after: { placed_at: Date; id: string } | undefined;
  do {
    const { rows } = await pool.query<{ placed_at: Date; id: string }>(
      'SELECT id, placed_at, basket FROM sales_order WHERE ($1::timestamptz IS NULL OR (placed_at, id) > ($1, $2::uuid)) ORDER BY placed_at, id LIMIT 500', [after?.placed_at ?? null, after?.id ?? null]);
    after = rows.at(-1);
  } while (after);
  return (performance.now() - startedAt) / 1000;
}

async function replayAll(replay: ReplayDraftUseCase, drafts: { versionId: string; revision: number }[]): Promise<{ seconds: number; cpuSeconds: number; baskets: number; longestBlockMs: number }> {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  let [last, longestBlockMs, baskets] = [startedAt, 0, 0];
  const clock = setInterval(() => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - last - 5);
    last = now;
  }, 5);
  for await (const { prediction } of replay.run({ marketCode: 'GB', drafts, weeks: 4, now: new Date(), mostBaskets: ORDERS })) if (prediction) baskets = prediction.baskets;
  clearInterval(clock);
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6, baskets, longestBlockMs };
}
