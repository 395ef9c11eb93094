import type { Client } from './client';

export interface SandboxCase {
  id: string;
  api: string;
  path: string;
  method: string;
  operationId: string;
  status: number;
  request: { parameters?: Record<string, { value?: unknown }> };
  response: unknown;
}

/** Values for the parameters that the case leaves out, after the simulator was brought to the state that the case speaks of. */
export interface Arranged {
  parameters: Record<string, unknown>;
  body?: object;
}

const orderIdInCases = /^[0-9A-Z]{3}-\d{7}-\d{7}$/;

/** Reads off the case's fields what has to exist: orders, a listing, a destination, a subscription. */
export async function arrange(client: Client, given: SandboxCase): Promise<Arranged> {
  const response = objectOf(given.response);
  const asked = Object.fromEntries(Object.entries(given.request.parameters ?? {}).map(([name, { value }]) => [name, value]));
  const parameters: Record<string, unknown> = { sellerId: client.simulator.sellerId, marketplaceIds: ['A1F83G8C2ARO7P'], ...(await notificationParameters(client, given, asked)) };
  const sku = asked['sku'] ?? response['sku'];
  if (typeof sku === 'string' && given.status < 300) {
    parameters['sku'] = sku;
    await client.call('POST', '/_control/listings', { sku, quantity: 5, productType: 'LUGGAGE' });
  }
  for (const order of [response['order'], ...listOf(response['orders'])]) if (order !== undefined) await client.call('POST', '/_control/orders', { order });
  await shipmentOrder(client, asked);
  if (given.status < 300) feedRecords(client, asked);
  return { parameters, ...bodyFor(given, response, parameters) };
}

// The order that a shipment is confirmed for, with the lines that the request names.
async function shipmentOrder(client: Client, asked: Record<string, unknown>): Promise<void> {
  const detail = objectOf(objectOf(asked['body'])['packageDetail']);
  const orderId = asked['orderId'];
  if (typeof orderId !== 'string' || !orderIdInCases.test(orderId) || detail['orderItems'] === undefined) return;
  const orderItems = listOf(detail['orderItems']).map((item) => ({ orderItemId: String(objectOf(item)['orderItemId']), quantityOrdered: Number(objectOf(item)['quantity']), product: {} }));
  const at = '2022-02-10T00:00:00Z';
  const fulfillment = { fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' };
  await client.call('POST', '/_control/orders', { order: { orderId, createdTime: at, lastUpdatedTime: at, salesChannel: { channelName: 'AMAZON' }, orderItems, fulfillment } });
}

// The feed or the document that the request names.
function feedRecords(client: Client, asked: Record<string, unknown>): void {
  const { store } = client.simulator.state;
  const documentId = asked['feedDocumentId'] ?? objectOf(asked['body'])['inputFeedDocumentId'];
  if (typeof documentId === 'string') store.put('feedDocuments', documentId, { feedDocumentId: documentId, contentType: 'application/json', content: '{}' });
  const feedId = asked['feedId'];
  if (typeof feedId === 'string') store.put('feeds', feedId, { feedId, feedType: 'POST_PRODUCT_DATA', marketplaceIds: [], createdTime: '2024-03-11T13:16:24.630Z', processingStatus: 'IN_QUEUE', inputFeedDocumentId: '' });
}

async function notificationParameters(client: Client, given: SandboxCase, asked: Record<string, unknown>): Promise<Record<string, string>> {
  if (!given.path.startsWith('/notifications/')) return {};
  const payload = objectOf(listOf(objectOf(given.response)['payload'])[0] ?? objectOf(given.response)['payload']);
  const resourceSpecification = payload['resource'] ?? { sqs: { arn: 'arn:aws:sqs:us-east-2:444455556666:queue1' } };
  const destination = await client.call('POST', '/notifications/v1/destinations', { name: String(payload['name'] ?? 'queue'), resourceSpecification });
  const destinationId = String(objectOf(objectOf(destination.body)['payload'])['destinationId']);
  const notificationType = String(asked['notificationType'] ?? 'ORDER_CHANGE');
  if (given.method === 'POST' || !given.path.includes('/subscriptions')) return { destinationId, notificationType };
  const subscription = await client.call('POST', `/notifications/v1/subscriptions/${notificationType}`, { destinationId, payloadVersion: '1.0' });
  return { destinationId, notificationType, subscriptionId: String(objectOf(objectOf(subscription.body)['payload'])['subscriptionId']) };
}

// A case that is to succeed leaves its body out where any will do.
function bodyFor(given: SandboxCase, response: Record<string, unknown>, parameters: Record<string, unknown>): { body?: object } {
  const availability = [{ fulfillment_channel_code: 'DEFAULT', quantity: 3 }];
  const payload = objectOf(response['payload']);
  const key = `${given.method} ${given.path}`;
  if (/^PATCH \/listings\//.test(key)) return { body: { productType: 'LUGGAGE', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: availability }] } };
  if (/^PUT \/listings\//.test(key)) return { body: { productType: 'LUGGAGE', requirements: 'LISTING', attributes: { fulfillment_availability: availability } } };
  if (/^POST .*\/destinations$/.test(key)) return { body: { name: payload['name'] ?? 'queue', resourceSpecification: payload['resource'] ?? {} } };
  if (/^POST .*\/subscriptions\//.test(key)) return { body: { payloadVersion: payload['payloadVersion'] ?? '1.0', destinationId: parameters['destinationId'] } };
  return {};
}

export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
