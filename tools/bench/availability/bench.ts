import { demo } from '@oneshelf/prisma/demo';
import http from 'node:http';
import type { AvailabilityAnswer } from '@oneshelf/contracts';
import { call } from '../kit/call';
import { openLab, statementsSoFar } from '../kit/lab';
import { compared, timedRound } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { freePort, startServers } from '../kit/servers';
import { signedInAs } from '../kit/sign-in';

export const products = ['api'];

const VARIANTS = 50;
const LOCATIONS = 50;
const ASKED = 400;
const ROUND_MS = 1500;
const CLIENTS = 16;

/** What there is of many products at many places, through HTTP: 50 of 50 for one client, one of 50 for sixteen; beneath it a bare server with the same bytes. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const places = Array.from({ length: LOCATIONS }, (_, index) => `00000000-0000-7000-9000-${index.toString(16).padStart(12, '0')}`);
  const variants = Array.from({ length: ASKED }, (_, index) => `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`);
  await lab.pool.query('INSERT INTO stock_level (variant_id, location_id, sellable_milli, version) SELECT v, l, 5000, 1 FROM unnest($1::uuid[]) v, unnest($2::uuid[]) l', [variants, places]);
  await lab.pool.query('VACUUM ANALYZE stock_level');
  const { apiUrl, peakMb } = await startServers(context, { lab });
  const headers = { cookie: await signedInAs(apiUrl, demo.staff.operations.email) };
  let sent = 0;
  const url = (count: number): string => {
    sent += 1;
    return `${apiUrl}/api/availability?variantIds=${Array.from({ length: count }, (_, index) => variants[(sent * 7 + index) % ASKED]).join(',')}&locationIds=${places.join(',')}`;
  };
  const measure = async ({ count, clients }: { count: number; clients: number }) => {
    const ask = async (): Promise<void> => {
      const { items } = await call<AvailabilityAnswer>({ method: 'GET', url: url(count), headers });
      if (items.length !== count * LOCATIONS) throw new Error(`${items.length} rows were answered, not ${count * LOCATIONS}.`);
    };
    const bareUrl = await bareServer(context, JSON.stringify(await call({ method: 'GET', url: url(count), headers })));
    const round = { lanes: clients, forMs: ROUND_MS };
    await timedRound(round, ask);
    const before = await statementsSoFar(lab.pool);
    const figures = await compared({ ours: () => timedRound(round, ask), floor: () => timedRound(round, () => call({ method: 'GET', url: bareUrl, headers }).then(() => undefined)) });
    context.say(`${count} × ${LOCATIONS}, ${clients} clients: ${figures.ours} requests/s, bare ${figures.floor}/s; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
    return { ...figures, sqlPerOp: rounded(((await statementsSoFar(lab.pool)).all - before.all) / figures.operations), clients };
  };
  const many = await measure({ count: VARIANTS, clients: 1 });
  const one = await measure({ count: 1, clients: CLIENTS });
  return { unit: 'requests/s', ...one, rssMb: peakMb()['api'] ?? null, many };
}

/** Node's own server in this process: what HTTP and JSON cost anybody. */
async function bareServer(context: BenchContext, body: string): Promise<string> {
  const server = http.createServer((_request, reply) => reply.setHeader('content-type', 'application/json').end(body));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  context.later(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${port}/`;
}
