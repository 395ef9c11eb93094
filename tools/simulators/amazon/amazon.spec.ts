import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openInbox, type Inbox } from '../chassis/testing';
import { startAmazonSimulator, type AmazonSimulator } from './start-amazon-simulator';

const marketplaceId = 'A1F83G8C2ARO7P';
let simulator: AmazonSimulator;
let inbox: Inbox;
let folder: string;
let token: string;

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function call(method: string, url: string, body?: object): Promise<Answer> {
  const headers = { 'x-amz-access-token': token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${simulator.url}${url}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

async function signIn(form: Record<string, string> = {}): Promise<Response> {
  const { clientId, clientSecret, refreshToken } = simulator.application;
  return fetch(`${simulator.url}/auth/o2/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, client_secret: clientSecret, ...form }) });
}

async function start(): Promise<void> {
  simulator = await startAmazonSimulator({ dataFolder: folder, notificationUrl: inbox.url });
  token = ((await (await signIn()).json()) as { access_token: string }).access_token;
}

beforeEach(async () => {
  inbox = await openInbox();
  folder = mkdtempSync(path.join(tmpdir(), 'amazon-simulator-'));
  await start();
  await call('POST', '/_control/listings', { sku: 'BOOT-42', itemName: 'Fell boot', productType: 'SHOES', quantity: 7 });
});
afterEach(async () => {
  await simulator.stop();
  await inbox.stop();
  rmSync(folder, { recursive: true });
});

const item = (sku = 'BOOT-42'): string => `/listings/2021-08-01/items/${simulator.sellerId}/${sku}?marketplaceIds=${marketplaceId}`;
const quantityPatch = (quantity: unknown, channel = 'DEFAULT'): object => ({
  productType: 'SHOES',
  patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: channel, quantity }] }],
});
const quantityOnOffer = async (): Promise<unknown> => ((await call('GET', `${item()}&includedData=fulfillmentAvailability`)).body['fulfillmentAvailability'] as { quantity: number }[])[0]?.quantity;
const notifications = (): Record<string, unknown>[] => inbox.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const buy = async (body: object): Promise<{ orderId: string; orderItems: { orderItemId: string }[] }> => (await call('POST', '/_control/orders', body)).body as never;

describe('sign in', () => {
  it('gives a token for the refresh token, and nothing to strangers', async () => {
    expect(await (await signIn()).json()).toMatchObject({ token_type: 'bearer', expires_in: 3_600 });
    expect([(await signIn({ refresh_token: 'other' })).status, (await signIn({ client_secret: 'other' })).status]).toEqual([400, 401]);
    token = 'Atza|unknown';
    expect(await call('PATCH', item(), quantityPatch(1))).toMatchObject({ status: 403, body: { errors: [{ code: 'Unauthorized' }] } });
    expect(simulator.state.store.all('writes')).toEqual([]);
  });
});

describe('listings', () => {
  it('takes a quantity, keeps when it came, and notifies', async () => {
    const before = Date.now();
    expect(await call('PATCH', item(), quantityPatch(3))).toMatchObject({ status: 200, body: { sku: 'BOOT-42', status: 'ACCEPTED', issues: [] } });
    expect(await quantityOnOffer()).toBe(3);
    const [listing] = (await call('GET', '/_control/listings')).body as unknown as { quantity: number; patches: { receivedAt: number; quantity: number }[] }[];
    expect(listing).toMatchObject({ quantity: 3, patches: [{ operation: 'patch', quantity: 3, status: 'ACCEPTED' }] });
    expect(listing?.patches[0]?.receivedAt).toBeGreaterThanOrEqual(before);
    await inbox.waitFor((received) => received.length === 2);
    expect(notifications().map(({ Payload }) => (Payload as { Quantity: number }).Quantity).sort()).toEqual([3, 7]);
  });

  it('replaces the whole attribute: what the patch leaves out is gone', async () => {
    const full = { productType: 'SHOES', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 3, lead_time_to_ship_max_days: 2 }] }] };
    await call('PATCH', item(), full);
    await call('PATCH', item(), quantityPatch(4));
    expect((await call('GET', `${item()}&includedData=attributes`)).body['attributes']).toEqual({ fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity: 4 }] });
  });

  it.each([[-1], [1.5], ['3']])('answers INVALID for the quantity %p and changes nothing', async (quantity) => {
    expect((await call('PATCH', item(), quantityPatch(quantity))).body).toMatchObject({ status: 'INVALID', issues: [{ severity: 'ERROR', attributeNames: ['fulfillment_availability'] }] });
    expect(await quantityOnOffer()).toBe(7);
  });

  it('refuses paths below an attribute, a missing marketplace and unknown SKUs', async () => {
    const deep = { productType: 'SHOES', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability/0/quantity', value: [1] }] };
    expect(await call('PATCH', item(), deep)).toMatchObject({ status: 400, body: { errors: [{ code: 'InvalidInput' }] } });
    expect((await call('PATCH', item().split('?')[0] ?? '', quantityPatch(1))).status).toBe(400);
    expect((await call('GET', item('NONE'))).status).toBe(404);
    expect(await quantityOnOffer()).toBe(7);
  });

  it('previews without taking over', async () => {
    expect((await call('PATCH', `${item()}&mode=VALIDATION_PREVIEW&includedData=identifiers,issues`, quantityPatch(1))).body).toMatchObject({ status: 'VALID', identifiers: [{ marketplaceId }, {}] });
    expect(await quantityOnOffer()).toBe(7);
  });

  it('answers 429 after a burst of five patches, and refills with the scale', async () => {
    simulator.state.settings.rateLimitScale = 0;
    const answers: Answer[] = [];
    for (let quantity = 1; quantity <= 6; quantity += 1) answers.push(await call('PATCH', item(), quantityPatch(quantity)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.body).toMatchObject({ errors: [{ code: 'QuotaExceeded' }] });
    expect(await quantityOnOffer()).toBe(5);
    await call('POST', '/_control', { rateLimitScale: 1 });
    const after = await call('PATCH', item(), quantityPatch(9));
    expect([after.status, after.headers.get('x-amzn-ratelimit-limit')]).toEqual([200, '5']);
  });

  it('keeps everything over a restart', async () => {
    await call('PATCH', item(), quantityPatch(2));
    await simulator.stop();
    await start();
    expect(await quantityOnOffer()).toBe(2);
  });
});

describe('orders', () => {
  const since = '2020-01-01T00:00:00Z';
  const search = async (more = ''): Promise<{ orderId: string }[]> => (await call('GET', `/orders/2026-01-01/orders?createdAfter=${since}&includedData=FULFILLMENT,RECIPIENT${more}`)).body['orders'] as { orderId: string }[];

  it('come from the marketplace, lower the quantity and are found', async () => {
    const order = await buy({ lines: [{ sku: 'BOOT-42', quantity: 2, unitPrice: '89.90' }] });
    expect(await search()).toMatchObject([{ orderId: order.orderId, fulfillment: { fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' }, recipient: { deliveryAddress: { countryCode: 'GB' } } }]);
    expect(await search('&fulfillmentStatuses=SHIPPED')).toEqual([]);
    expect((await call('GET', `/orders/2026-01-01/orders/${order.orderId}?includedData=PROCEEDS`)).body['order']).toMatchObject({ proceeds: { grandTotal: { amount: '179.80', currencyCode: 'GBP' } } });
    expect(await quantityOnOffer()).toBe(5);
    await inbox.waitFor((received) => received.some(({ body }) => body.includes('ORDER_CHANGE')));
    expect((await call('GET', '/_control/notifications')).body).toHaveLength(3);
  });

  it('are not made when the listing shows too few pieces, unless forced', async () => {
    expect((await call('POST', '/_control/orders', { lines: [{ sku: 'BOOT-42', quantity: 8 }] })).status).toBe(409);
    expect([await search(), await quantityOnOffer()]).toEqual([[], 7]);
    await buy({ lines: [{ sku: 'BOOT-42', quantity: 8 }], force: true });
    expect(await quantityOnOffer()).toBe(0);
  });

  it('wait for payment without an address, then move on', async () => {
    const { orderId } = await buy({ lines: [{ sku: 'BOOT-42', quantity: 1 }], status: 'PENDING' });
    expect((await search())[0]).not.toHaveProperty('recipient');
    await call('POST', `/_control/orders/${orderId}`, { status: 'UNSHIPPED' });
    expect((await search())[0]).toMatchObject({ fulfillment: { fulfillmentStatus: 'UNSHIPPED' }, recipient: {} });
  });

  it('come in pages', async () => {
    for (const quantity of [1, 2]) await buy({ lines: [{ sku: 'BOOT-42', quantity }] });
    const url = `/orders/2026-01-01/orders?createdAfter=${since}&maxResultsPerPage=1`;
    const first = (await call('GET', url)).body as { orders: object[]; pagination: { nextToken: string } };
    const second = (await call('GET', `${url}&paginationToken=${first.pagination.nextToken}`)).body as { orders: object[] };
    expect([first.orders, second.orders].map((orders) => orders.length)).toEqual([1, 1]);
    expect(second).not.toHaveProperty('pagination');
    expect(first.orders[0]).not.toEqual(second.orders[0]);
  });

  it('need exactly one time window', async () => {
    expect((await call('GET', '/orders/2026-01-01/orders')).status).toBe(400);
    expect((await call('GET', `/orders/2026-01-01/orders?createdAfter=${since}&lastUpdatedAfter=${since}`)).status).toBe(400);
  });

  it('are confirmed as shipped, once a package', async () => {
    const order = await buy({ lines: [{ sku: 'BOOT-42', quantity: 2 }] });
    const url = `/orders/v0/orders/${order.orderId}/shipmentConfirmation`;
    const parcel = (reference: string, quantity: number): object => ({
      marketplaceId,
      packageDetail: { packageReferenceId: reference, carrierCode: 'Royal Mail', trackingNumber: `RM${reference}`, shipDate: '2026-11-21T10:00:00Z', orderItems: [{ orderItemId: order.orderItems[0]?.orderItemId, quantity }] },
    });
    expect((await call('POST', url, parcel('1', 1))).status).toBe(204);
    expect((await call('POST', url, parcel('1', 1))).status).toBe(204);
    expect((await search())[0]).toMatchObject({ fulfillment: { fulfillmentStatus: 'PARTIALLY_SHIPPED' } });
    expect((await call('POST', url, parcel('2', 2))).status).toBe(400);
    expect((await call('POST', url, parcel('2', 1))).status).toBe(204);
    expect(await search('&includedData=PACKAGES')).toMatchObject([{ fulfillment: { fulfillmentStatus: 'SHIPPED' }, packages: [{ trackingNumber: 'RM1' }, { trackingNumber: 'RM2' }] }]);
  });
});

describe('Amazon\'s own stock', () => {
  it('is summed up and notified', async () => {
    await call('POST', '/_control/listings', { sku: 'TENT-2', quantity: 12, fulfilledBy: 'AMAZON', fba: { inboundShipped: 4 } });
    const url = `/fba/inventory/v1/summaries?granularityType=Marketplace&granularityId=${marketplaceId}&marketplaceIds=${marketplaceId}&details=true`;
    expect((await call('GET', url)).body).toMatchObject({ payload: { inventorySummaries: [{ sellerSku: 'TENT-2', totalQuantity: 16, inventoryDetails: { fulfillableQuantity: 12 } }] } });
    await inbox.waitFor((received) => received.some(({ body }) => body.includes('FBA_INVENTORY_AVAILABILITY_CHANGES')));
    expect((await call('PATCH', item('TENT-2'), quantityPatch(5, 'AMAZON_EU'))).body).toMatchObject({ status: 'INVALID' });
  });
});

describe('notifications and faults', () => {
  it('go to subscribed kinds once there is a subscription', async () => {
    const { body } = await call('POST', '/notifications/v1/destinations', { name: 'queue', resourceSpecification: { sqs: { arn: 'arn:aws:sqs:eu-west-1:444455556666:queue1' } } });
    const { destinationId } = body['payload'] as { destinationId: string };
    const subscribe = (): Promise<Answer> => call('POST', '/notifications/v1/subscriptions/ORDER_CHANGE', { destinationId, payloadVersion: '1.0' });
    const subscription = (await subscribe()).body['payload'];
    expect((await subscribe()).status).toBe(409);
    expect((await call('GET', '/notifications/v1/subscriptions/ORDER_CHANGE')).body['payload']).toEqual(subscription);
    await call('PATCH', item(), quantityPatch(1));
    await buy({ lines: [{ sku: 'BOOT-42', quantity: 1 }] });
    const kept = (await call('GET', '/_control/notifications?after=1')).body as unknown as { notification: { NotificationType: string } }[];
    expect(kept.map(({ notification }) => notification.NotificationType)).toEqual(['ORDER_CHANGE']);
  });

  it('come twice when asked for, with one id', async () => {
    await inbox.waitFor((received) => received.length === 1);
    await call('POST', '/_control', { duplicateNotifications: true });
    await call('PATCH', item(), quantityPatch(1));
    await inbox.waitFor((received) => received.length === 3);
    const ids = notifications().slice(1).map(({ NotificationMetadata }) => (NotificationMetadata as { NotificationId: string }).NotificationId);
    expect(ids[0]).toBe(ids[1]);
  });

  it('fail before or after the work', async () => {
    await call('POST', '/_control', { failNext: 1, failWhen: 'before' });
    expect([(await call('PATCH', item(), quantityPatch(1))).status, await quantityOnOffer()]).toEqual([500, 7]);
    await call('POST', '/_control', { failNext: 1, failWhen: 'after' });
    expect([(await call('PATCH', item(), quantityPatch(1))).status, await quantityOnOffer()]).toEqual([500, 1]);
  });

  it('are shown on a page', async () => {
    const page = await (await fetch(simulator.url)).text();
    expect(page).toContain('BOOT-42');
    expect(page).toContain('Sell one');
  });
});
