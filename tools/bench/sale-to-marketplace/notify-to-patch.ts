import pg from 'pg';
import type { AmazonSimulator } from '@oneshelf/simulators';
import { demo } from '@oneshelf/prisma/demo';
import { call } from '../kit/call';
import type { Lab } from '../kit/lab';
import type { BenchContext } from '../kit/run-bench';
import { type Listed, patchesSoFar, patchReceived } from './listings';

/** The floor: one connection says NOTIFY, another listens and sends the PATCH. Answers a measurement in milliseconds. */
export async function notifyToPatch(context: BenchContext, lab: Lab, simulator: AmazonSimulator): Promise<(listed: Listed) => Promise<number>> {
  const { clientId, clientSecret, refreshToken } = simulator.application;
  const token = await call<{ access_token: string }>({ method: 'POST', url: `${simulator.url}/auth/o2/token`, body: { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken } });
  const [speaker, listener] = [new pg.Client({ connectionString: lab.url }), new pg.Client({ connectionString: lab.url })];
  for (const client of [speaker, listener]) {
    await client.connect();
    context.later(() => client.end());
  }
  await listener.query('LISTEN bench');
  let quantity = 0;
  listener.on('notification', ({ payload }) => {
    const body = { productType: 'PRODUCT', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', quantity: (quantity += 1) }] }] };
    const url = `${simulator.url}/listings/2021-08-01/items/${simulator.sellerId}/${payload}?marketplaceIds=A1F83G8C2ARO7P`;
    void call({ method: 'PATCH', url, headers: { 'x-amz-access-token': token.access_token }, body });
  });
  return async ({ sku }) => {
    const known = patchesSoFar(simulator, sku);
    // A row is written first, as a sale would: a notification leaves when its transaction is on the disk.
    await speaker.query(`BEGIN; UPDATE stock_level SET version = version + 1 WHERE location_id = '${demo.warehouse.id}' AND variant_id = '${demo.variants.sweater.id}'; SELECT pg_notify('bench', '${sku}'); COMMIT`);
    const committedAt = Date.now();
    return Math.max(0, (await patchReceived(simulator, sku, known)) - committedAt);
  };
}
