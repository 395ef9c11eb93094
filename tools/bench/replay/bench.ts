import { invariant } from '@oneshelf/domain-kernel';
import { InsightsModule, ReplayQuotesUseCase } from '@oneshelf/server-insights';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { type Lab, openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { ORDERS, storeOrders } from '../kit/stored-orders';

/** 100,000 stored orders priced again; beneath it the same rows read and parsed, without pricing. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const app = await productOf(context, { lab, imports: [InsightsModule], poolSize: 4 });
  const book = await app.get(LoadPriceBook, { strict: false }).run('GB');
  await storeOrders(lab, book, 70);
  const [floorSeconds, { seconds, done, differing }] = [await readAll(lab), await replayAll(app.get(ReplayQuotesUseCase, { strict: false }))];
  invariant(done >= ORDERS && differing === 0, `${done} orders were priced again and ${differing} differ`);
  context.say(`${done} orders in ${rounded(seconds)} s; only read ${rounded(floorSeconds)} s`);
  return {
    unit: 'orders/s', ours: Math.round(done / seconds), floor: Math.round(done / floorSeconds), ratio: rounded(floorSeconds / seconds), p50Ms: null, p99Ms: null, sqlPerOp: null, seconds: rounded(seconds), orders: done,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

async function readAll({ pool }: Lab): Promise<number> {
  const startedAt = performance.now();
  let after: { placed_at: Date; id: string } | undefined;
  do {
    const { rows } = await pool.query<{ placed_at: Date; id: string }>(
      'SELECT id, placed_at, basket, quote FROM sales_order WHERE ($1::timestamptz IS NULL OR (placed_at, id) > ($1, $2::uuid)) ORDER BY placed_at, id LIMIT 500', [after?.placed_at ?? null, after?.id ?? null]);
    after = rows.at(-1);
  } while (after);
  return (performance.now() - startedAt) / 1000;
}

async function replayAll(replay: ReplayQuotesUseCase): Promise<{ seconds: number; done: number; differing: number }> {
  const startedAt = performance.now();
  let [done, differing] = [0, 0];
  for await (const page of replay.run({})) {
    done = page.done;
    differing += page.differing.length;
  }
  return { seconds: (performance.now() - startedAt) / 1000, done, differing };
}
