import { setTimeout as sleep } from 'node:timers/promises';
import { CONFIG } from '@oneshelf/platform';
import { demo } from '@oneshelf/prisma/demo';
import { MarketplaceModule, PushStockUseCase } from '@oneshelf/server-marketplace';
import { type AmazonSimulator, startAmazonSimulator } from '@oneshelf/simulators';
import { call } from '../kit/call';
import { type Lab, openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { rawFeed } from './raw-feed';

const LISTINGS = 10_000;
/** Numbers that change again while the feed runs. */
const CHANGED_AGAIN = 40;
const PUSHED_FIRST = 50;
/** How long the simulator lets a feed lie; Amazon's own minutes come on top. */
const FEED_MS = 5000;

/** A change that touches 10,000 listings until Amazon has every number, at Amazon's own rates; some change again meanwhile. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const simulator = await startAmazonSimulator({ settings: { rateLimitScale: 1, feedMs: FEED_MS } });
  context.later(() => simulator.stop());
  const listed = await prepare(lab, simulator);
  const app = await productOf(context, { lab, imports: [MarketplaceModule], poolSize: 8 });
  Object.assign(app.get(CONFIG), {
    AMAZON_API_URL: simulator.url, AMAZON_LWA_URL: `${simulator.url}/auth/o2/token`, AMAZON_SELLER_ID: simulator.sellerId, AMAZON_CLIENT_ID: simulator.application.clientId,
    AMAZON_CLIENT_SECRET: simulator.application.clientSecret, AMAZON_REFRESH_TOKEN: simulator.application.refreshToken,
  });
  const push = app.get(PushStockUseCase, { strict: false });

  const startedAt = Date.now();
  const wished = push.run(listed.map(({ variantId }) => variantId), { urgent: false });
  const again = changeSome(lab, push, listed);
  const wishedMs = await Promise.all([wished, again]).then(() => Date.now() - startedAt);
  while ((await waiting(lab)) > 0) {
    await push.sweep();
    await sleep(500);
  }
  const ourMs = Date.now() - startedAt;
  const { firstPushedRank, wrong } = await check(lab, simulator);
  const calls = Object.fromEntries(simulator.state.calls);
  const throttled = Object.values(calls).reduce((sum, one) => sum + one.throttled, 0);
  if (wrong > 0 || throttled > 0) throw new CannotMeasure(`${wrong} listings show an older number, ${throttled} calls were over the quota: the figures mean nothing.`);
  const floorMs = await rawFeed(simulator, listed);
  context.say(`${LISTINGS} listings acknowledged in ${rounded(ourMs / 1000)} s (patches alone: ${LISTINGS / 5} s at Amazon's rate); a bare feed ${rounded(floorMs / 1000)} s; calls ${JSON.stringify(calls)}; over the quota ${throttled}; first patches were of the ${firstPushedRank} most endangered`);
  return { unit: 'ms', ours: ourMs, floor: floorMs, ratio: rounded(floorMs / ourMs), p50Ms: null, p99Ms: null, sqlPerOp: null, rssMb: rounded(process.memoryUsage().rss / 1_048_576), wishedMs, calls, throttled, firstPushedRank };
}

interface Listed { variantId: string; sku: string }

/** 10,000 listings of Amazon UK with stock at Soho; each sells at another pace, so each is in another danger. */
async function prepare(lab: Lab, simulator: AmazonSimulator): Promise<Listed[]> {
  await lab.pool.query('DELETE FROM listing');
  const { rows } = await lab.pool.query<Listed>(
    `INSERT INTO listing (id, channel_code, variant_id, external_sku, sold_milli) SELECT gen_random_uuid(), $1, gen_random_uuid(), 'DELIVERY-' || n, n * 100 FROM generate_series(1, $2::int) n
     RETURNING variant_id AS "variantId", external_sku AS sku`, [demo.channels.amazonGb, LISTINGS]);
  await lab.pool.query('INSERT INTO stock_level (variant_id, location_id, sellable_milli) SELECT unnest($1::uuid[]), $2, 20000', [rows.map((row) => row.variantId), demo.stores.soho.id]);
  for (let start = 0; start < rows.length; start += 2000) await call({ method: 'POST', url: `${simulator.url}/_control/listings`, body: rows.slice(start, start + 2000).map(({ sku }) => ({ sku, quantity: 0 })) });
  return rows;
}

async function changeSome(lab: Lab, push: PushStockUseCase, listed: Listed[]): Promise<void> {
  await sleep(2000);
  for (let index = 0; index < CHANGED_AGAIN; index += 1) {
    const { variantId } = listed[(index * 211) % listed.length]!;
    await lab.pool.query('UPDATE stock_level SET sellable_milli = 10000 WHERE variant_id = $1', [variantId]);
    void push.run([variantId]);
    await sleep(50);
  }
}

const waiting = async (lab: Lab): Promise<number> => (await lab.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM listing WHERE wanted_version > pushed_version')).rows[0]?.count ?? 0;

/** No listing shows an older number; and what was patched first was in most danger. */
async function check(lab: Lab, simulator: AmazonSimulator): Promise<{ wrong: number; firstPushedRank: number }> {
  const { rows } = await lab.pool.query<{ sku: string; units: number }>('SELECT external_sku AS sku, acknowledged_units AS units FROM listing');
  const last = new Map(simulator.state.store.all('writes').map((write) => [write.sku, write.quantity]));
  const wrong = rows.filter(({ sku, units }) => last.get(sku) !== units).length;
  // The pace rises with the number, so the last numbers are in most danger.
  const first = simulator.state.store.all('writes').filter(({ operation }) => operation === 'patch').slice(0, PUSHED_FIRST / 2).map(({ sku }) => LISTINGS - Number(sku.split('-')[1]) + 1);
  return { wrong, firstPushedRank: Math.max(...first) };
}
