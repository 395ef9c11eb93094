import { setTimeout as sleep } from 'node:timers/promises';
import type { AmazonSimulator } from '@oneshelf/simulators';

/** The same numbers as a bare feed: a document, an upload, a feed, and waiting until it is done. Milliseconds. */
export async function rawFeed(simulator: AmazonSimulator, listed: { sku: string }[]): Promise<number> {
  simulator.state.settings.rateLimitScale = 1000;
  const { clientId, clientSecret, refreshToken } = simulator.application;
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, client_secret: clientSecret });
  const { access_token: token } = (await (await fetch(`${simulator.url}/auth/o2/token`, { method: 'POST', body })).json()) as { access_token: string };
  const ask = async (method: string, path: string, json?: object): Promise<Record<string, string>> =>
    (await (await fetch(`${simulator.url}/feeds/2021-06-30/${path}`, { method, headers: { 'x-amz-access-token': token, ...(json ? { 'content-type': 'application/json' } : {}) }, ...(json ? { body: JSON.stringify(json) } : {}) })).json()) as Record<string, string>;
  const startedAt = Date.now();
  const { feedDocumentId, url } = await ask('POST', 'documents', { contentType: 'application/json' });
  const messages = listed.map(({ sku }, index) => ({ messageId: index + 1, sku, operationType: 'PATCH', productType: 'PRODUCT', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 7 }] }] }));
  await fetch(url ?? '', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ header: { sellerId: simulator.sellerId, version: '2.0' }, messages }) });
  const { feedId } = await ask('POST', 'feeds', { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: ['A1F83G8C2ARO7P'], inputFeedDocumentId: feedDocumentId });
  while ((await ask('GET', `feeds/${feedId}`))['processingStatus'] !== 'DONE') await sleep(50);
  return Date.now() - startedAt;
}
