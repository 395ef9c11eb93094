import { type AmazonSimulator, startAmazonSimulator } from '@oneshelf/simulators';
import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';

/** What the simulator heard about one SKU. */
interface HeardListing {
  sku: string;
  quantity: number | null;
  patches: { quantity: number | null; status: string }[];
}

/** The simulator in this process, and a configuration that points at it. */
export async function startAmazon(test: TestDatabase, notificationUrl?: string): Promise<AmazonSimulator> {
  const simulator = await startAmazonSimulator({ settings: { rateLimitScale: 1000 }, notificationUrl });
  Object.assign(test.config, {
    AMAZON_API_URL: simulator.url,
    AMAZON_LWA_URL: `${simulator.url}/auth/o2/token`,
    AMAZON_CLIENT_ID: simulator.application.clientId,
    AMAZON_CLIENT_SECRET: simulator.application.clientSecret,
    AMAZON_REFRESH_TOKEN: simulator.application.refreshToken,
    AMAZON_SELLER_ID: simulator.sellerId,
  });
  return simulator;
}

const post = async (url: string, body: unknown): Promise<unknown> => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();

export const control = (simulator: AmazonSimulator, settings: Record<string, unknown>) => post(`${simulator.url}/_control`, settings);
export const buy = (simulator: AmazonSimulator, order: Record<string, unknown>) => post(`${simulator.url}/_control/orders`, order) as Promise<{ orderId: string }>;
export const changeOrder = (simulator: AmazonSimulator, orderId: string, status: 'UNSHIPPED' | 'CANCELLED') => post(`${simulator.url}/_control/orders/${orderId}`, { status });

export async function heard(simulator: AmazonSimulator, sku: string): Promise<HeardListing | undefined> {
  const listings = (await (await fetch(`${simulator.url}/_control/listings`)).json()) as HeardListing[];
  return listings.find((listing) => listing.sku === sku);
}

/** Channel `amazon` (merchant, 10 % buffer) and `amazon-fba`, fed by these locations. */
export async function giveAmazonChannels(test: Pick<TestDatabase, 'database'>, locationIds: string[]): Promise<void> {
  await test.database
    .insertInto('channel')
    .values([
      { code: 'amazon', name: 'Amazon', kind: 'marketplace', market_code: 'GB', fulfilled_by: 'merchant', buffer_basis_points: 1000 },
      { code: 'amazon-fba', name: 'Amazon FBA', kind: 'marketplace', market_code: 'GB', fulfilled_by: 'marketplace' },
    ])
    .execute();
  await test.database.insertInto('channel_location').values(locationIds.map((location_id) => ({ channel_code: 'amazon', location_id }))).execute();
}

/** A listing here and, unless told otherwise, at the simulator. */
export async function giveListing(test: Pick<TestDatabase, 'database'>, simulator: AmazonSimulator, listing: { sku: string; variantId: string; channelCode?: string; unknownThere?: boolean; quantity?: number; price?: { value: number; currency: string } }): Promise<string> {
  const id = newId();
  const fulfilledBy = listing.channelCode === 'amazon-fba' ? 'AMAZON' : 'MERCHANT';
  await test.database
    .insertInto('listing')
    .values({ id, channel_code: listing.channelCode ?? 'amazon', variant_id: listing.variantId, external_sku: listing.sku, fulfilment_attributes: JSON.stringify({ fulfillment_channel_code: 'DEFAULT', lead_time_to_ship_max_days: 2 }) })
    .execute();
  if (!listing.unknownThere) await post(`${simulator.url}/_control/listings`, { sku: listing.sku, fulfilledBy, quantity: listing.quantity ?? 0, price: listing.price });
  return id;
}
