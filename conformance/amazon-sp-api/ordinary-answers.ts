import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { amazonOperations } from '@oneshelf/simulators';
import { DocumentSchemas, type Json } from '../json-schema';
import { resultOf, type CaseResult } from '../report';
import { listOf, objectOf } from './arrange';
import { openClient, type Client } from './client';
import type { Models } from './models';

interface Step {
  name: string;
  operationId: string;
  url: string;
  body?: object;
  status: number;
}

const marketplace = 'A1F83G8C2ARO7P';

/** A day at the marketplace: each answer of ours has to satisfy Amazon's model, and each notification its schema. */
export async function ordinaryAnswers(models: Models, schemaFolder: string): Promise<CaseResult[]> {
  const client = await openClient();
  try {
    const results: CaseResult[] = [];
    for (const step of await stepsOf(client)) results.push(await check(client, step, models));
    return [...results, ...(await notificationResults(client, schemaFolder))];
  } finally {
    await client.stop();
  }
}

async function check(client: Client, step: Step, models: Models): Promise<CaseResult> {
  const operation = amazonOperations.find(({ operationId }) => operationId === step.operationId);
  if (operation === undefined) return resultOf(step.name, [], [`There is no operation ${step.operationId}.`]);
  const at = { model: operation.model, path: operation.path.replaceAll(/:(\w+)/g, '{$1}'), method: operation.method.toLowerCase(), status: step.status };
  const answer = await client.call(operation.method, step.url, step.body);
  const status = answer.status === step.status ? [] : [`The status is ${answer.status}, not ${step.status}: ${JSON.stringify(answer.body)}`];
  return resultOf(`ordinary: ${step.name}`, [], [...status, ...models.answerProblems(at, answer.body)]);
}

async function stepsOf(client: Client): Promise<Step[]> {
  const seller = client.simulator.sellerId;
  await client.call('POST', '/_control/listings', [{ sku: 'BOOT', quantity: 9 }, { sku: 'TENT', quantity: 4, fulfilledBy: 'AMAZON', fba: { reserved: 1 } }]);
  const made = async (body: object): Promise<Record<string, unknown>> => objectOf((await client.call('POST', '/_control/orders', body)).body);
  const order = await made({ lines: [{ sku: 'BOOT', quantity: 2 }] });
  await made({ lines: [{ sku: 'TENT', quantity: 1 }], status: 'PENDING' });
  const orderUrl = `/orders/2026-01-01/orders/${String(order['orderId'])}`;
  const all = 'includedData=BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT';
  const item = (sku: string): string => `/listings/2021-08-01/items/${seller}/${sku}?marketplaceIds=${marketplace}`;
  const patch = (quantity: number): object => ({ productType: 'SHOES', patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value: [{ fulfillment_channel_code: 'DEFAULT', quantity }] }] });
  const shipment = { marketplaceId: marketplace, packageDetail: { packageReferenceId: '1', carrierCode: 'DHL', trackingNumber: 'T1', shipDate: '2026-11-20T10:00:00Z', orderItems: [{ orderItemId: objectOf(listOf(order['orderItems'])[0])['orderItemId'], quantity: 2 }] } };
  const search = `/orders/2026-01-01/orders?createdAfter=2020-01-01T00:00:00Z&${all}`;
  const { feedDocumentId, url } = objectOf((await client.call('POST', '/feeds/2021-06-30/documents', { contentType: 'application/json; charset=UTF-8' })).body);
  const document = String(feedDocumentId);
  const feed = { header: { sellerId: seller, version: '2.0', issueLocale: 'en_US' }, messages: [{ messageId: 1, sku: 'BOOT', operationType: 'PATCH', productType: 'SHOES', ...patch(3) }] };
  await fetch(String(url), { method: 'PUT', headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(feed) });
  return [
    { name: 'patch accepted', operationId: 'patchListingsItem', url: item('BOOT'), body: patch(5), status: 200 },
    { name: 'patch invalid', operationId: 'patchListingsItem', url: item('BOOT'), body: patch(-5), status: 200 },
    { name: 'patch previewed', operationId: 'patchListingsItem', url: `${item('BOOT')}&mode=VALIDATION_PREVIEW&includedData=identifiers,issues`, body: patch(5), status: 200 },
    { name: 'patch of an unknown listing', operationId: 'patchListingsItem', url: item('NONE'), body: patch(5), status: 400 },
    { name: 'listing with all data', operationId: 'getListingsItem', url: `${item('BOOT')}&includedData=summaries,attributes,issues,offers,fulfillmentAvailability,relationships,productTypes`, status: 200 },
    { name: 'unknown listing', operationId: 'getListingsItem', url: item('NONE'), status: 404 },
    { name: 'put', operationId: 'putListingsItem', url: item('HAT'), body: { productType: 'HAT', attributes: {} }, status: 200 },
    { name: 'delete', operationId: 'deleteListingsItem', url: item('HAT'), status: 200 },
    { name: 'orders', operationId: 'searchOrders', url: search, status: 200 },
    { name: 'orders, first page', operationId: 'searchOrders', url: `${search}&maxResultsPerPage=1`, status: 200 },
    { name: 'shipment confirmed', operationId: 'confirmShipment', url: `/orders/v0/orders/${String(order['orderId'])}/shipmentConfirmation`, body: shipment, status: 204 },
    { name: 'shipment of an unknown order', operationId: 'confirmShipment', url: '/orders/v0/orders/111-1111111-1111111/shipmentConfirmation', body: shipment, status: 404 },
    { name: 'shipped order', operationId: 'getOrder', url: `${orderUrl}?${all}`, status: 200 },
    { name: 'order without extra data', operationId: 'getOrder', url: orderUrl, status: 200 },
    { name: 'FBA stock', operationId: 'getInventorySummaries', url: `/fba/inventory/v1/summaries?granularityType=Marketplace&granularityId=${marketplace}&marketplaceIds=${marketplace}&details=true`, status: 200 },
    { name: 'FBA stock without granularity', operationId: 'getInventorySummaries', url: `/fba/inventory/v1/summaries?marketplaceIds=${marketplace}`, status: 400 },
    { name: 'feed document', operationId: 'createFeedDocument', url: '/feeds/2021-06-30/documents', body: { contentType: 'application/json; charset=UTF-8' }, status: 201 },
    { name: 'feed created', operationId: 'createFeed', url: '/feeds/2021-06-30/feeds', body: { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [marketplace], inputFeedDocumentId: document }, status: 202 },
    { name: 'feed of a document that is not there', operationId: 'createFeed', url: '/feeds/2021-06-30/feeds', body: { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [marketplace], inputFeedDocumentId: 'none' }, status: 400 },
    { name: 'feeds', operationId: 'getFeeds', url: '/feeds/2021-06-30/feeds?feedTypes=JSON_LISTINGS_FEED', status: 200 },
    { name: 'one feed', operationId: 'getFeed', url: '/feeds/2021-06-30/feeds/50000000000', status: 200 },
    { name: 'unknown feed', operationId: 'getFeed', url: '/feeds/2021-06-30/feeds/1', status: 404 },
    { name: 'feed document read', operationId: 'getFeedDocument', url: `/feeds/2021-06-30/documents/${document}`, status: 200 },
    { name: 'no subscription yet', operationId: 'getSubscription', url: '/notifications/v1/subscriptions/ORDER_CHANGE', status: 404 },
  ];
}

async function notificationResults(client: Client, schemaFolder: string): Promise<CaseResult[]> {
  const schemas = readdirSync(schemaFolder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(path.join(schemaFolder, file), 'utf8')) as Json);
  const kept = listOf((await client.call('GET', '/_control/notifications')).body).map((row) => objectOf(objectOf(row)['notification']));
  return kept.map((notification, index) => {
    const type = String(notification['NotificationType']);
    const schema = schemas.find((candidate) => namesType(candidate, type));
    const problems = schema === undefined ? [`No schema names ${type}.`] : new DocumentSchemas(schema).problems('', notification);
    return resultOf(`notification ${index + 1}: ${type}`, [], problems);
  });
}

function namesType(schema: Json, type: string): boolean {
  const field = objectOf(objectOf(objectOf(schema)['properties'])['NotificationType']);
  return [...listOf(field['enum']), ...listOf(field['examples'])].includes(type);
}
