import { randomUUID } from 'node:crypto';
import { demo } from '@oneshelf/prisma/demo';
import type { PriceReview } from '@oneshelf/contracts';
import { call } from '../kit/call';
import { openLab } from '../kit/lab';
import { median, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { signedInAs } from '../kit/sign-in';
import { makeManyRows, ROWS } from '../sheet/many-rows';

export const products = ['api'];
/** Six hundred thousand prices are laid out before anything is measured. */
export const limitSeconds = 420;

/**
 * The review of a draft that changes fifty thousand prices of a market with twelve books: its first page, and the next one of
 * five hundred. The floor is the same rows read by one statement, with nothing worked out.
 */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  await makeManyRows(lab.pool);
  const versionId = randomUUID();
  await lab.pool.query(`
    INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name)
    SELECT $1, b.id, 1 + coalesce((SELECT max(number) FROM price_book_version WHERE book_id = b.id), 0), 'draft', coalesce((SELECT max(number) FROM price_book_version WHERE book_id = b.id AND status = 'live'), 0), 'bench', 'bench' FROM price_book b WHERE b.code = 'gb-list'`, [versionId]);
  await lab.pool.query(`
    INSERT INTO price_draft_change (version_id, variant_id, amount_minor, changed_by)
    SELECT $1, p.variant_id, p.amount_minor + 100, 'bench' FROM price p JOIN price_book b ON b.id = p.book_id WHERE b.code = 'gb-list' AND p.to_release IS NULL AND p.from_milli = 0 LIMIT $2`, [versionId, ROWS]);
  await lab.pool.query('VACUUM ANALYZE');
  const { origin, peakMb, cpuSeconds } = await startServers(context, { lab });
  const cookie = await signedInAs(origin, demo.staff.merchandiser.email);
  const ask = (query: string): Promise<PriceReview> => call({ method: 'GET', url: `${origin}/api/markets/GB/price-review${query}`, headers: { cookie } });
  const [first, next, floor]: [number[], number[], number[]] = [[], [], []];
  const before = cpuSeconds('api');
  for (let round = 0; round < ROUNDS; round += 1) {
    const review = await timed(first, () => ask(''));
    if (review.totals.changed !== ROWS) throw new CannotMeasure(`The review shows ${review.totals.changed} changes instead of ${ROWS}. Nothing was measured.`);
    await timed(next, () => ask(`?book=${review.books[0]?.bookId ?? ''}&offset=100&limit=500`));
    await timed(floor, () => lab.pool.query(`
      SELECT v.id, v.sku, p.title, v.cost_minor, live.amount_minor AS before, c.amount_minor AS after FROM price_draft_change c JOIN price_book_version d ON d.id = c.version_id JOIN variant v ON v.id = c.variant_id JOIN product p ON p.id = v.product_id
      LEFT JOIN price live ON live.book_id = d.book_id AND live.variant_id = c.variant_id AND live.from_milli = c.from_milli AND live.to_release IS NULL WHERE c.version_id = $1 ORDER BY p.title, v.sku`, [versionId]));
  }
  const [seconds, beneath] = [median(first) / 1000, median(floor) / 1000];
  context.say(`opens in ${rounded(seconds)} s, the next 500 in ${rounded(median(next) / 1000)} s; api ${rounded((cpuSeconds('api') - before) / ROUNDS / 2)} s of processor an answer, at most ${peakMb()['api'] ?? '?'} MB`);
  return { unit: 's', ours: rounded(seconds), floor: rounded(beneath), ratio: rounded(beneath / seconds), p50Ms: Math.round(seconds * 1000), p99Ms: null, sqlPerOp: null, rssMb: peakMb()['api'] ?? null, nextSeconds: rounded(median(next) / 1000), changes: ROWS };
}

async function timed<Answer>(into: number[], work: () => Promise<Answer>): Promise<Answer> {
  const from = performance.now();
  const answer = await work();
  into.push(performance.now() - from);
  return answer;
}
