import { demo } from '@oneshelf/prisma/demo';
import { invariant } from '@oneshelf/domain-kernel';
import { newId } from '@oneshelf/platform';
import { HoldStockUseCase, InventoryModule } from '@oneshelf/server-inventory';
import { type Lab, openPool, statementsSoFar } from '../kit/lab';
import { productOf } from '../kit/product';
import { compared, median, ROUNDS, timedRound } from '../kit/rounds';
import { type BenchContext, rounded } from '../kit/run-bench';
import { claimUnit, layOutUnits } from './claim-unit';
import { holdByHand } from './hold-by-hand';

const ROUND_MS = 700;
/** Decided together they need few connections: two batches at a time, and one for the rest of the process. */
const OUR_POOL = 4;
const hot = { variantId: demo.variants.sweater.id, locationId: demo.warehouse.id, quantityMilli: 1000 };

/** Units kept for checkouts, decided together; beneath it a transaction for each, beside it a row for each unit. */
export async function measureHolds(context: BenchContext, lab: Lab) {
  await layOutUnits(lab.pool, hot);
  const byClients = [];
  for (const clients of [1, 16, 64, 256]) {
    const figures = await measure(context, lab, clients);
    context.say(`holds, ${clients} clients: ${figures.ours}/s, floor ${figures.floor}/s, ratio ${figures.ratio}, rows of units ${figures.unitRows}/s; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms; statements ${figures.sqlPerOp}; a connection is held ${figures.heldMs.ours} ms for each hold (floor ${figures.heldMs.floor}, rows of units ${figures.heldMs.unitRows})`);
    byClients.push({ clients, ...figures });
  }
  return { byClients, lastUnits: await lastUnits(context, lab) };
}

async function measure(context: BenchContext, lab: Lab, clients: number) {
  const app = await productOf(context, { lab, imports: [InventoryModule], poolSize: OUR_POOL });
  const holding = app.get(HoldStockUseCase, { strict: false });
  // By hand each shopper has a connection, as far as the server gives out any.
  const pool = openPool(context, lab.url, Math.min(clients, 64));
  const round = { lanes: clients, forMs: ROUND_MS };
  const held = { floor: [] as number[], unitRows: [] as number[] };
  const spent = { statements: 0, busyMs: 0 };
  const ours = async () => {
    const before = (await statementsSoFar(lab.pool)).all;
    const from = performance.now();
    const done = await timedRound(round, () => holdOne(holding));
    spent.busyMs += performance.now() - from;
    spent.statements += (await statementsSoFar(lab.pool)).all - before;
    return done;
  };
  const figures = await compared({ ours, floor: () => timedRound(round, async () => { held.floor.push(await holdByHand(pool, hot)); }) });
  const unitRounds = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) unitRounds.push((await timedRound(round, async () => { held.unitRows.push(await claimUnit(pool, hot)); })).perSecond);
  return {
    ...figures, unitRows: rounded(median(unitRounds)), sqlPerOp: rounded(spent.statements / figures.operations),
    // At most two transactions are open at a time, so this is the most that a hold can cost a connection.
    heldMs: { ours: rounded(Math.min(2, clients) * spent.busyMs / figures.operations), floor: rounded(median(held.floor)), unitRows: rounded(median(held.unitRows)) },
  };
}

async function holdOne(holding: HoldStockUseCase): Promise<void> {
  const result = await holding.run({ holdId: newId(), lines: [{ lineId: 'a', ...hot }], mode: 'all', heldFor: 'bench', minutes: 10, now: new Date() });
  invariant(result.ok, 'there is enough for everybody');
}

/** 500 shoppers at 64 clients for 40 units: the units are gone, and not one more. */
async function lastUnits(context: BenchContext, lab: Lab): Promise<number> {
  const holding = (await productOf(context, { lab, imports: [InventoryModule], poolSize: OUR_POOL })).get(HoldStockUseCase, { strict: false });
  const variantId = demo.variants.boots.id;
  await lab.pool.query('UPDATE stock_level SET sellable_milli = 40000, held_milli = 0 WHERE variant_id = $1 AND location_id = $2', [variantId, hot.locationId]);
  let [left, kept] = [500, 0];
  await Promise.all(Array.from({ length: 64 }, async () => {
    while (left > 0) {
      left -= 1;
      const result = await holding.run({ holdId: newId(), lines: [{ lineId: 'a', ...hot, variantId }], mode: 'all', heldFor: 'bench', minutes: 10, now: new Date() });
      kept += result.ok ? 1 : 0;
    }
  }));
  invariant(kept === 40, `40 units went to ${kept} shoppers`);
  return kept;
}
