import { demo } from '@oneshelf/prisma/demo';
import { newId, system, Transactions } from '@oneshelf/platform';
import { InventoryModule, SellAtCounterUseCase } from '@oneshelf/server-inventory';
import { KeepLedgerUseCase, RebuildStockLevelsUseCase } from '@oneshelf/server-inventory/operate';
import pg from 'pg';
import { type Lab, openLab, openPool } from '../kit/lab';
import { productOf } from '../kit/product';
import { compared, median, percentile, ROUNDS, timedRound } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { signedInAs } from '../kit/sign-in';
import { fillLedger, hot, LOCATIONS, locationOf, VARIANTS, variantOf } from './many-movements';

export const products = ['api'];
export const limitSeconds = 1500;

const MANY = Number(process.env['LEDGER_MOVEMENTS'] ?? 10_000_000);
const FEW = 10_000;
const READS = 60;
const actor = system('bench');

/** A ledger of ten million movements: sales beside the same on ten thousand, one article's history, levels of the past, and the rebuild. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const few = await openLab(context);
  const many = await anotherDatabase(context, few);
  await fillLedger(few.pool, FEW);
  const from = performance.now();
  await fillLedger(many.pool, MANY);
  context.say(`${MANY} movements made in ${rounded((performance.now() - from) / 1000)} s`);
  const [sellFew, sellMany] = [await seller(context, few), await seller(context, many)];
  const checkpointsSeconds = await keepLedger(sellMany.app);
  const writes = await compared({ ours: () => timedRound({ lanes: 4, forMs: 2000 }, sellMany.sell), floor: () => timedRound({ lanes: 4, forMs: 2000 }, sellFew.sell) });
  context.say(`sales: ${writes.ours}/s with ${MANY} movements, ${writes.floor}/s with ${FEW}; p50 ${writes.p50Ms} ms and ${writes.floorP50Ms} ms`);
  const { apiUrl, peakMb } = await startServers(context, { lab: many });
  const cookie = await signedInAs(apiUrl, demo.staff.operations.email);
  const reads = await measureReads(context, { apiUrl, cookie });
  const rebuild = await measureRebuild(context, sellMany.app);
  return { unit: 'sales/s', ...writes, sqlPerOp: null, rssMb: peakMb()['api'] ?? null, movements: MANY, checkpointsSeconds, reads, rebuild };
}

/** A second database beside the first on the same server, so that both have the same neighbours. */
async function anotherDatabase(context: BenchContext, lab: Lab): Promise<Lab> {
  const address = new URL(lab.url);
  const name = `${address.pathname.slice(1)}_many`;
  address.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: address.toString() });
  await admin.connect();
  await lab.pool.query('SELECT 1');
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(lab.url).pathname.slice(1)}'`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(lab.url).pathname.slice(1)}`);
  await admin.end();
  address.pathname = `/${name}`;
  return { url: address.toString(), pool: openPool(context, address.toString(), 4) };
}

async function seller(context: BenchContext, lab: Lab) {
  const app = await productOf(context, { lab, imports: [InventoryModule], poolSize: 6 });
  const [use, transactions] = [app.get(SellAtCounterUseCase, { strict: false }), app.get(Transactions)];
  let sold = 0;
  const sell = async (): Promise<void> => {
    sold += 1;
    const [line, locationId] = [{ variantId: variantOf((sold * 7919) % VARIANTS), quantityMilli: 1000 }, locationOf((sold * 31) % LOCATIONS)];
    await transactions.write((tx) => use.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [line], actor, deviceId: null, occurredAt: new Date().toISOString() }));
  };
  return { app, sell };
}

async function keepLedger(app: Awaited<ReturnType<typeof productOf>>): Promise<number> {
  const from = performance.now();
  await app.get(KeepLedgerUseCase, { strict: false }).run(new Date());
  return rounded((performance.now() - from) / 1000);
}

/** One article after another through HTTP, the hot one among them; each read is another page, instant or product. */
async function measureReads(context: BenchContext, { apiUrl, cookie }: { apiUrl: string; cookie: string }) {
  const get = async <Answer>(path: string): Promise<{ ms: number; answer: Answer }> => {
    const from = performance.now();
    const answer = await fetch(`${apiUrl}/api/stock/${path}`, { headers: { cookie } });
    const body = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    return { ms: performance.now() - from, answer: body };
  };
  const measured = async (name: string, path: (index: number) => string) => {
    await get(path(READS));
    const times: number[] = [];
    for (let index = 0; index < READS; index += 1) times.push((await get(path(index))).ms);
    const figures = { p50Ms: rounded(median(times)), p99Ms: rounded(percentile(times, 0.99)) };
    context.say(`${name}: p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
    return figures;
  };
  const instant = (index: number): string => new Date(Date.now() - index * 5.9 * 86_400_000 - 3_600_000).toISOString();
  let cursor = '';
  const history = async (): Promise<{ p50Ms: number; p99Ms: number }> => {
    const times: number[] = [];
    for (let page = 0; page < READS; page += 1) {
      const { ms, answer } = await get<{ nextCursor: string | null }>(`${hot.variantId}/movements?limit=50${cursor}`);
      if (page > 0) times.push(ms);
      cursor = `&cursor=${answer.nextCursor ?? ''}`;
    }
    const figures = { p50Ms: rounded(median(times)), p99Ms: rounded(percentile(times, 0.99)) };
    context.say(`history of the hot article, page by page: p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
    return figures;
  };
  return {
    hotHistory: await history(),
    history: await measured('history of one of the many', (index) => `${variantOf(index * 300)}/movements?limit=50`),
    hotAsOf: await measured('the hot article as of any day of the year', (index) => `${hot.variantId}?at=${instant(index)}`),
    hotExplained: await measured('the hot article explained, a month of it', (index) => `${hot.variantId}/explanation?number=available&at=${instant(index)}`),
    explained: await measured('one of the many explained', (index) => `${variantOf(index * 300)}/explanation?number=available`),
  };
}

async function measureRebuild(context: BenchContext, app: Awaited<ReturnType<typeof productOf>>) {
  const seconds: number[] = [];
  for (let round = 0; round < Math.min(3, ROUNDS); round += 1) {
    const from = performance.now();
    const { differences } = await app.get(RebuildStockLevelsUseCase, { strict: false }).run({ dryRun: false, actor });
    seconds.push((performance.now() - from) / 1000);
    if (differences.length > 0) throw new Error(`The rebuild found ${differences.length} differences in a ledger that has none.`);
  }
  const perSecond = Math.round(MANY / median(seconds));
  context.say(`rebuild: ${rounded(median(seconds))} s, ${perSecond} movements/s`);
  return { seconds: rounded(median(seconds)), movementsPerSecond: perSecond };
}
