import { invariant } from '@oneshelf/domain-kernel';
import { newId, system, Transactions } from '@oneshelf/platform';
import { InventoryModule, ReserveStockUseCase } from '@oneshelf/server-inventory';
import { demo } from '@oneshelf/prisma/demo';
import { type Lab, openPool, statementsSoFar } from '../kit/lab';
import { productOf } from '../kit/product';
import { compared, timedRound } from '../kit/rounds';
import { type BenchContext, rounded } from '../kit/run-bench';
import { reserveByHand } from './reserve-by-hand';

const ROUND_MS = 700;
const actor = system('bench');
const hot = { variantId: demo.variants.sweater.id, locationId: demo.warehouse.id };

/** Orders that commit units of one SKU at one location without a hold before them, beneath it a row per transaction by hand. */
export async function measureOrders(context: BenchContext, lab: Lab) {
  const byConnections = [];
  for (const connections of [1, 16, 64]) {
    const figures = await measure(context, lab, connections);
    context.say(`orders, ${connections} connections: ${figures.ours}/s, floor ${figures.floor}/s, ratio ${figures.ratio}, p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms, ${figures.sqlPerOp} statements`);
    byConnections.push({ connections, ...figures });
  }
  return byConnections;
}

async function measure(context: BenchContext, lab: Lab, connections: number) {
  const app = await productOf(context, { lab, imports: [InventoryModule], poolSize: connections === 1 ? 2 : connections });
  const [reserve, transactions] = [app.get(ReserveStockUseCase, { strict: false }), app.get(Transactions)];
  const pool = openPool(context, lab.url, connections);
  const ours = async (): Promise<void> => {
    const [orderId, orderLineId] = [newId(), newId()];
    const result = await transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId, ...hot, quantityMilli: 1000 }], actor, occurredAt: new Date().toISOString() }));
    invariant(result.ok, 'there is enough for everybody');
  };
  const round = { lanes: connections, forMs: ROUND_MS };
  const statements = { ours: 0 };
  const counted = async () => {
    const before = await statementsSoFar(lab.pool);
    const done = await timedRound(round, ours);
    statements.ours += (await statementsSoFar(lab.pool)).all - before.all;
    return done;
  };
  const figures = await compared({ ours: counted, floor: () => timedRound(round, () => reserveByHand(pool, { ...hot, quantityMilli: 1000 })) });
  return { ...figures, sqlPerOp: rounded(statements.ours / figures.operations) };
}
