import { setTimeout as sleep } from 'node:timers/promises';
import type { AmazonSimulator } from '@oneshelf/simulators';
import { demo } from '@oneshelf/prisma/demo';
import { call } from '../kit/call';
import type { Lab } from '../kit/lab';

export interface Listed {
  variantId: string;
  sku: string;
}

const PLENTY_MILLI = 100_000_000;

/** Listings of Amazon UK with plenty at Soho, known to the simulator; no other listing waits for its first push. */
export async function prepareListings(lab: Lab, simulator: AmazonSimulator): Promise<Listed[]> {
  const { rows } = await lab.pool.query<Listed & { product_type: string }>(
    `SELECT variant_id AS "variantId", external_sku AS sku, product_type FROM listing WHERE channel_code = $1 ORDER BY external_sku LIMIT 40`, [demo.channels.amazonGb]);
  await lab.pool.query(
    `INSERT INTO stock_level (variant_id, location_id, sellable_milli) SELECT unnest($1::uuid[]), $2, $3 ON CONFLICT (variant_id, location_id) DO UPDATE SET sellable_milli = excluded.sellable_milli`,
    [rows.map((row) => row.variantId), demo.stores.soho.id, PLENTY_MILLI]);
  await lab.pool.query('UPDATE listing SET pushed_version = wanted_version, pushed_units = 0');
  await call({ method: 'POST', url: `${simulator.url}/_control/listings`, body: rows.map(({ sku, product_type }) => ({ sku, productType: product_type, quantity: 0 })) });
  return rows;
}

/** When the simulator got the next quantity for this SKU: milliseconds since 1970. */
export async function patchReceived(simulator: AmazonSimulator, sku: string, known: number): Promise<number> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const writes = simulator.state.store.all('writes').filter((write) => write.sku === sku && write.status === 'ACCEPTED');
    const next = writes[known];
    if (next) return next.receivedAt;
    await sleep(2);
  }
  throw new Error(`The simulator got no quantity for ${sku} within 15 s.`);
}

export const patchesSoFar = (simulator: AmazonSimulator, sku: string): number => simulator.state.store.all('writes').filter((write) => write.sku === sku && write.status === 'ACCEPTED').length;
