import { demo } from '@oneshelf/prisma/demo';
import { invariant } from '@oneshelf/domain-kernel';
import { openLab } from '../kit/lab';
import type { BenchContext, BenchResult } from '../kit/run-bench';
import { measureHolds } from './measure-holds';
import { measureOrders } from './measure-orders';

const HEADLINE_CLIENTS = 64;

/** Everybody wants the same article of one location: first checkouts that keep a unit, then orders that commit one. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  await lab.pool.query('UPDATE stock_level SET sellable_milli = 1000000000000 WHERE variant_id = $1 AND location_id = $2', [demo.variants.sweater.id, demo.warehouse.id]);
  const { byClients, lastUnits } = await measureHolds(context, lab);
  const orders = await measureOrders(context, lab);
  const headline = byClients.find(({ clients }) => clients === HEADLINE_CLIENTS);
  invariant(headline, 'the headline is one of the measured');
  return { unit: 'holds/s', ...headline, lastUnits, rssMb: Math.round(process.memoryUsage().rss / 1e6), byClients, orders };
}
