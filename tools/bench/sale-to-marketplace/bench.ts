import { setTimeout as sleep } from 'node:timers/promises';
import { LoadPriceBook, PricingModule } from '@oneshelf/server-pricing';
import { type AmazonSimulator, startAmazonSimulator } from '@oneshelf/simulators';
import { openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { startRedis } from '../kit/redis';
import { median, percentile, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { type Servers, startServers } from '../kit/servers';
import { type Listed, patchesSoFar, patchReceived, prepareListings } from './listings';
import { notifyToPatch } from './notify-to-patch';
import { Till } from './till';

export const products = ['api', 'worker'];

const SALES_A_ROUND = 16;
/** Amazon takes five quantities a second: a till that sells more often waits for Amazon, not for us. */
const SALE_EVERY_MS = 215;
const QUANTITY_MILLI = 2000;

interface Measured { afterCommit: number[]; afterSend: number[] }

/** A sale at the till until Amazon has the new quantity, on both queue engines; beneath it NOTIFY and PATCH alone. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const onPostgres = await measure(context, null);
  context.say(lineOf('PostgreSQL', onPostgres));
  const redisUrl = await startRedis(context);
  const onRedis = redisUrl === null ? null : await measure(context, redisUrl);
  context.say(onRedis ? lineOf('Redis', onRedis) : 'Redis: there is no redis-server on this machine; not measured.');
  return { unit: 'ms', ours: onPostgres.p50Ms, floor: onPostgres.floorP50Ms, ratio: rounded(onPostgres.floorP50Ms / onPostgres.p50Ms), ...onPostgres, sqlPerOp: null, onRedis };
}

const lineOf = (engine: string, figures: Awaited<ReturnType<typeof measure>>): string =>
  `${engine}: sale committed → PATCH received p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms (from the till's request: p50 ${figures.fromRequestP50Ms} ms); NOTIFY → PATCH p50 ${figures.floorP50Ms} ms; ${figures.sales} sales`;

async function measure(context: BenchContext, redisUrl: string | null) {
  const undo: (() => Promise<unknown> | unknown)[] = [];
  const inner = { ...context, later: (step: () => Promise<unknown> | unknown) => undo.push(step) };
  try {
    const lab = await openLab(inner);
    const simulator = await startAmazonSimulator({ settings: { rateLimitScale: 1000 } });
    inner.later(() => simulator.stop());
    const listed = await prepareListings(lab, simulator);
    const app = await productOf(inner, { lab, imports: [PricingModule], poolSize: 2 });
    const book = await app.get(LoadPriceBook, { strict: false }).run('GB');
    const servers = await startServers(inner, { lab, worker: true, environment: { ...amazonEnvironment(simulator), ...(redisUrl ? { REDIS_URL: redisUrl } : {}) } });
    const till = await Till.enrol(servers.apiUrl, book, 'SOHO-1');
    const floor = await notifyToPatch(inner, lab, simulator);
    return await rounds({ till, simulator, listed, floor, servers });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function rounds({ till, simulator, listed, floor, servers }: { till: Till; simulator: AmazonSimulator; listed: Listed[]; floor: (listed: Listed) => Promise<number>; servers: Servers }) {
  const [ours, beneath]: [Measured[], number[][]] = [[], []];
  for (const warmUp of listed.slice(-3)) await sell(till, simulator, warmUp);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [measured, floors]: [Measured, number[]] = [{ afterCommit: [], afterSend: [] }, []];
    for (let sale = 0; sale < SALES_A_ROUND; sale += 1) {
      const at = Date.now();
      const one = listed[(round * SALES_A_ROUND + sale) % listed.length]!;
      const { sentAt, committedAt, receivedAt } = await sell(till, simulator, one);
      measured.afterCommit.push(Math.max(0, receivedAt - committedAt));
      measured.afterSend.push(receivedAt - sentAt);
      floors.push(await floor(one));
      await sleep(Math.max(0, SALE_EVERY_MS - (Date.now() - at)));
    }
    ours.push(measured);
    beneath.push(floors);
  }
  const medianOf = (pick: (measured: Measured) => number[], share: number): number => rounded(median(ours.map((measured) => percentile(pick(measured), share))));
  const everySale = ours.flatMap((measured) => measured.afterCommit);
  return {
    p50Ms: medianOf((measured) => measured.afterCommit, 0.5), p99Ms: rounded(percentile(everySale, 0.99)), worstMs: Math.max(...everySale),
    fromRequestP50Ms: medianOf((measured) => measured.afterSend, 0.5), fromRequestP99Ms: rounded(percentile(ours.flatMap((measured) => measured.afterSend), 0.99)),
    floorP50Ms: rounded(Math.max(1, median(beneath.map((floors) => percentile(floors, 0.5))))), sales: everySale.length,
    rssMb: Math.max(...Object.values(servers.peakMb())), rssByProcess: servers.peakMb(),
  };
}

async function sell(till: Till, simulator: AmazonSimulator, { variantId, sku }: Listed) {
  const known = patchesSoFar(simulator, sku);
  const sentAt = Date.now();
  await till.sell(variantId, QUANTITY_MILLI);
  const committedAt = Date.now();
  return { sentAt, committedAt, receivedAt: await patchReceived(simulator, sku, known) };
}

const amazonEnvironment = (simulator: AmazonSimulator): Record<string, string> => ({
  AMAZON_API_URL: simulator.url, AMAZON_LWA_URL: `${simulator.url}/auth/o2/token`, AMAZON_SELLER_ID: simulator.sellerId, AMAZON_CLIENT_ID: simulator.application.clientId,
  AMAZON_CLIENT_SECRET: simulator.application.clientSecret, AMAZON_REFRESH_TOKEN: simulator.application.refreshToken,
});
