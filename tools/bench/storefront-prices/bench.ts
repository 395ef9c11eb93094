import http from 'node:http';
import type { StorefrontPrices } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { call } from '../kit/call';
import { openLab, statementsSoFar } from '../kit/lab';
import { compared, timedRound } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { freePort, startServers } from '../kit/servers';

export const products = ['api'];

const CLIENTS = 16;
const VARIANTS = 50;
const PAGES = 200;
const ROUND_MS = 2000;

/** Prices of 50 variants a request, 16 clients at once, through HTTP; beneath it a bare server that sends the same bytes. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const { apiUrl, peakMb } = await startServers(context, { lab });
  const { rows } = await lab.pool.query<{ id: string }>(`SELECT v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE v.status = 'active' AND p.status = 'active' ORDER BY md5(v.id::text)`);
  const urls = Array.from({ length: PAGES }, (_, page) => `${apiUrl}/api/storefront/prices?variantIds=${Array.from({ length: VARIANTS }, (_, index) => rows[(page * 17 + index) % rows.length]?.id).join(',')}`);
  const headers = { 'x-oneshelf-key': demo.apiKeys.webGb.key };
  let sent = 0;
  const ask = async (): Promise<void> => {
    sent += 1;
    // Every page view comes from another address, because one address may not look without end.
    const answer = await call<StorefrontPrices>({ method: 'GET', url: urls[sent % PAGES] ?? '', headers: { ...headers, 'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}` } });
    if (answer.items.length !== VARIANTS || answer.items.some((item) => item.priceMinor === null)) throw new Error(`Not every one of ${VARIANTS} variants has a price.`);
  };
  const bytes = JSON.stringify(await call<StorefrontPrices>({ method: 'GET', url: urls[0] ?? '', headers }));
  const bareUrl = await bareServer(context, bytes);
  const askBare = async (): Promise<void> => void (await call({ method: 'GET', url: bareUrl, headers }));
  const round = { lanes: CLIENTS, forMs: ROUND_MS };
  await timedRound({ lanes: CLIENTS, forMs: 1500 }, ask);
  const before = await statementsSoFar(lab.pool);
  const figures = await compared({ ours: () => timedRound(round, ask), floor: () => timedRound(round, askBare) });
  const statements = (await statementsSoFar(lab.pool)).all - before.all;
  context.say(`${CLIENTS} clients, ${VARIANTS} variants: ${figures.ours} requests/s through HTTP, ${figures.floor}/s bare; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
  return { unit: 'requests/s', ...figures, sqlPerOp: rounded(statements / figures.operations), rssMb: peakMb()['api'] ?? null, clients: CLIENTS, variants: VARIANTS, bytes: bytes.length };
}

/** Node's own server in this process: what HTTP and JSON cost anybody. */
async function bareServer(context: BenchContext, body: string): Promise<string> {
  const server = http.createServer((_request, reply) => reply.setHeader('content-type', 'application/json').end(body));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  context.later(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${port}/`;
}
