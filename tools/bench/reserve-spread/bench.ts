import { demo } from '@oneshelf/prisma/demo';
import { invariant } from '@oneshelf/domain-kernel';
import { newId, system, Transactions } from '@oneshelf/platform';
import { InventoryModule, ReserveStockUseCase } from '@oneshelf/server-inventory';
import { openLab, openPool, statementsSoFar } from '../kit/lab';
import { productOf } from '../kit/product';
import { compared, timedRound } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { reserveByHand } from '../reserve-hot/reserve-by-hand';

const CONNECTIONS = 64;
const VARIANTS = 5000;
const ROUND_MS = 1500;
const WARM = 10;
const actor = system('bench');

/** Orders that commit a unit each of thousands of articles at one location: nobody waits for anybody; beneath it the same by hand. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const locationId = demo.warehouse.id;
  const { rows } = await lab.pool.query<{ id: string }>(`
    INSERT INTO stock_level (variant_id, location_id, sellable_milli, version) SELECT gen_random_uuid(), $1, 1000000000000, 1 FROM generate_series(1, ${VARIANTS}) RETURNING variant_id AS id`, [locationId]);
  await lab.pool.query('VACUUM ANALYZE stock_level');
  const app = await productOf(context, { lab, imports: [InventoryModule], poolSize: CONNECTIONS });
  const [reserve, transactions] = [app.get(ReserveStockUseCase, { strict: false }), app.get(Transactions)];
  const pool = openPool(context, lab.url, CONNECTIONS);
  let asked = 0;
  const next = (): string => rows[(asked += 1) % VARIANTS]?.id ?? '';
  const ours = async (): Promise<void> => {
    const line = { orderLineId: newId(), variantId: next(), locationId, quantityMilli: 1000 };
    const result = await transactions.run((tx) => reserve.run(tx, { orderId: newId(), lines: [line], actor, occurredAt: new Date().toISOString() }));
    invariant(result.ok, 'there is enough for everybody');
  };
  const byHand = (): Promise<void> => reserveByHand(pool, { variantId: next(), locationId, quantityMilli: 1000 });
  const round = { lanes: CONNECTIONS, forMs: ROUND_MS };
  // A connection plans a named statement anew five times before it keeps the plan; that is not what is measured.
  for (const work of [ours, byHand]) await Promise.all(Array.from({ length: CONNECTIONS }, async () => { for (let done = 0; done < WARM; done += 1) await work(); }));
  const statements = { ours: 0 };
  const counted = async () => {
    const before = await statementsSoFar(lab.pool);
    const done = await timedRound(round, ours);
    statements.ours += (await statementsSoFar(lab.pool)).all - before.all;
    return done;
  };
  const figures = await compared({ ours: counted, floor: () => timedRound(round, byHand) });
  context.say(`${CONNECTIONS} connections, ${VARIANTS} articles: ${figures.ours}/s, floor ${figures.floor}/s, ratio ${figures.ratio}; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
  return { unit: 'orders/s', ...figures, p99OverP50: rounded(figures.p99Ms / figures.p50Ms), sqlPerOp: rounded(statements.ours / figures.operations), rssMb: Math.round(process.memoryUsage().rss / 1e6), connections: CONNECTIONS };
}
