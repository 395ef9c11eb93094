import { newId } from '@oneshelf/platform';
import { call } from '../kit/call';
import { openLab, openPool, statementsSoFar } from '../kit/lab';
import { compared, timedRound } from '../kit/rounds';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';
import { startServers } from '../kit/servers';
import { makeBaskets, shopHeaders } from './baskets';
import { orderByHand } from './order-by-hand';
import { startPaymentProviderStub } from './payment-provider-stub';

export const products = ['api'];

const CLIENTS = 16;
const ROUND_MS = 2000;

/** Orders through HTTP, 16 shoppers at once; beneath it the same rows by hand. The card provider is answered in this process. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const [lab, providerUrl] = [await openLab(context), await startPaymentProviderStub(context)];
  const { apiUrl, peakMb } = await startServers(context, { lab, environment: { STRIPE_API_URL: providerUrl } });
  const baskets = await makeBaskets(lab, apiUrl);
  const pool = openPool(context, lab.url, CLIENTS);
  let sent = 0;
  const basket = () => baskets[sent++ % baskets.length]!;
  const order = async (): Promise<void> => {
    const { request } = basket();
    // Every order comes from another address, because one address may not order without end.
    const headers = { ...shopHeaders, 'idempotency-key': newId(), 'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}` };
    await call({ method: 'POST', url: `${apiUrl}/api/storefront/orders`, headers, body: request });
  };
  const round = { lanes: CLIENTS, forMs: ROUND_MS };
  await timedRound({ lanes: CLIENTS, forMs: 1000 }, order);
  await timedRound({ lanes: CLIENTS, forMs: 300 }, () => orderByHand(pool, basket()));
  const statements = { all: 0, bare: 0 };
  const counted = async () => {
    const before = await statementsSoFar(lab.pool);
    const done = await timedRound(round, order);
    const after = await statementsSoFar(lab.pool);
    statements.all += after.all - before.all;
    statements.bare += after.withoutBrackets - before.withoutBrackets;
    return done;
  };
  const figures = await compared({ ours: counted, floor: () => timedRound(round, () => orderByHand(pool, basket())) });
  const [sqlPerOp, sqlWithoutBrackets] = [statements.all, statements.bare].map((count) => rounded(count / figures.operations));
  context.say(`${CLIENTS} clients: ${figures.ours} orders/s through HTTP, ${figures.floor}/s by hand; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
  context.say(`${sqlPerOp} statements an order, ${sqlWithoutBrackets} without BEGIN and COMMIT`);
  return { unit: 'orders/s', ...figures, sqlPerOp: sqlPerOp ?? null, sqlWithoutBrackets, rssMb: peakMb()['api'] ?? null, clients: CLIENTS, lines: 3, provider: 'stub at the HTTP border, in the measuring process' };
}
