import type pg from 'pg';
import { chromium } from 'playwright-core';
import { demo } from '@oneshelf/prisma/demo';
import { openLab } from '../kit/lab';
import { findChromium } from '../kit/machine.mjs';
import { median, percentile, ROUNDS } from '../kit/rounds';
import { type BenchContext, type BenchResult, CannotMeasure, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { openBarePage, openTill, reload, scan, takeCash } from './till-page';

export const products = ['api', 'pos'];

const SALES_A_ROUND = 4;
const SCANS_A_SALE = 5;

interface Round { reloadMs: number; scans: number[]; commits: number[]; bare: number[] }

/** The till in a browser without a network: reload, scan, sell for cash; beneath it the same keys into an empty page. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const { origin } = await startServers(context, { lab, till: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  context.later(() => browser.close());
  const shop = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [till, bare] = [await shop.newPage(), await (await browser.newContext()).newPage()];
  till.setDefaultTimeout(20_000);
  await openTill(till, origin).catch((error: Error) => { throw new CannotMeasure(`The till did not come to its sell screen: ${error.message.split('\n')[0]}. Nothing was measured.`); });
  await openBarePage(bare);
  const [tillKeys, bareKeys] = [await shop.newCDPSession(till), await bare.context().newCDPSession(bare)];
  const codes = await barcodesOfSoho(lab.pool);
  await shop.setOffline(true);
  const rounds: Round[] = [];
  for (let number = 0; number < ROUNDS; number += 1) {
    await till.bringToFront();
    const round: Round = { reloadMs: await reload(till), scans: [], commits: [], bare: [] };
    for (let sale = 0; sale < SALES_A_ROUND; sale += 1) {
      for (let line = 0; line < SCANS_A_SALE; line += 1) round.scans.push(await scan(till, tillKeys, codes[(sale * SCANS_A_SALE + line) % codes.length] ?? ''));
      round.commits.push(await takeCash(till));
    }
    await bare.bringToFront();
    for (const code of codes.slice(0, SALES_A_ROUND * SCANS_A_SALE)) round.bare.push(await scan(bare, bareKeys, code));
    rounds.push(round);
  }
  return report(context, rounds);
}

function report(context: BenchContext, rounds: Round[]): BenchResult {
  const of = (pick: (round: Round) => number[], share: number): number => rounded(median(rounds.map((round) => percentile(pick(round), share))));
  const [ours, floor] = [of((round) => round.scans, 0.95), of((round) => round.bare, 0.95)];
  const figures = {
    scanToPaintP50Ms: of((round) => round.scans, 0.5), scanToPaintP95Ms: ours, barePageP50Ms: of((round) => round.bare, 0.5), barePageP95Ms: floor,
    commitP50Ms: of((round) => round.commits, 0.5), commitP95Ms: of((round) => round.commits, 0.95), offlineReloadMs: rounded(median(rounds.map((round) => round.reloadMs))),
    slowestReloadMs: rounded(Math.max(...rounds.map((round) => round.reloadMs))),
  };
  context.say(`offline reload → sell screen ${figures.offlineReloadMs} ms (slowest ${figures.slowestReloadMs} ms)`);
  context.say(`scan end → painted line p50 ${figures.scanToPaintP50Ms} ms, p95 ${ours} ms; empty page p95 ${floor} ms`);
  context.say(`cash taken → sale on the disk p50 ${figures.commitP50Ms} ms, p95 ${figures.commitP95Ms} ms`);
  const scans = rounds.flatMap((round) => round.scans);
  return { unit: 'ms (p95)', ours, floor, ratio: rounded(floor / ours), p50Ms: figures.scanToPaintP50Ms, p99Ms: rounded(percentile(scans, 0.99)), sqlPerOp: null, rssMb: null, scans: scans.length, ...figures };
}

async function barcodesOfSoho(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    `SELECT min(b.code) AS code FROM barcode b JOIN variant v ON v.id = b.variant_id JOIN product p ON p.id = v.product_id JOIN stock_level l ON l.variant_id = v.id AND l.location_id = $1
     WHERE v.status = 'active' AND p.status = 'active' GROUP BY v.id ORDER BY v.id LIMIT 40`, [demo.stores.soho.id]);
  return rows.map((row) => row.code);
}
