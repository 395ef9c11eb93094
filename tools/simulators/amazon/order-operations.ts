import { newUuid } from './amazon-state';
import { includableData, withIncludedData, type Order } from './order';
import type { Answer, Call, Operation } from './operation';
import { invalidInput, notFound } from './sp-api-error';

const model = 'orders_2026-01-01';

export const orderOperations: Operation[] = [
  { operationId: 'searchOrders', model, method: 'GET', path: '/orders/2026-01-01/orders', ratePerSecond: 0.0056, burst: 20, run: search },
  { operationId: 'getOrder', model, method: 'GET', path: '/orders/2026-01-01/orders/:orderId', ratePerSecond: 0.5, burst: 30, run: get },
];

const statuses = ['PENDING_AVAILABILITY', 'PENDING', 'UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED', 'UNFULFILLABLE'];

export function orderOf(call: Call): Order {
  const id = call.path['orderId'] ?? '';
  if (!/^[0-9A-Z]{3}-\d{7}-\d{7}$/.test(id)) throw invalidInput(`Invalid order id: ${id}.`);
  const order = call.state.store.get('orders', id);
  if (order === undefined) throw notFound(`The order ${id} was not found.`);
  return order;
}

function get(call: Call): Answer {
  return { status: 200, body: { order: withIncludedData(orderOf(call), call.query.choices('includedData', includableData)) } };
}

interface Window {
  field: 'createdTime' | 'lastUpdatedTime';
  after: number;
  before: number | undefined;
}

function search(call: Call): Answer {
  const { query } = call;
  const window = windowOf(call);
  const included = query.choices('includedData', includableData);
  const wantedStatuses = query.choices('fulfillmentStatuses', statuses);
  const fulfilledBy = query.choices('fulfilledBy', ['MERCHANT', 'AMAZON']);
  const marketplaces = query.list('marketplaceIds');
  const perPage = Number(query.text('maxResultsPerPage') ?? 100);
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) throw invalidInput('maxResultsPerPage must be between 1 and 100.');
  const found = call.state.store.all('orders')
    .filter((order) => inWindow(order, window))
    .filter((order) => wantedStatuses.length === 0 || wantedStatuses.includes(order.fulfillment?.fulfillmentStatus ?? ''))
    .filter((order) => fulfilledBy.length === 0 || fulfilledBy.includes(order.fulfillment?.fulfilledBy ?? ''))
    .filter((order) => marketplaces.length === 0 || marketplaces.includes(order.salesChannel.marketplaceId ?? ''))
    .sort((left, right) => Date.parse(left[window.field]) - Date.parse(right[window.field]));
  const start = startOf(query.text('paginationToken'));
  const end = start + perPage;
  const pagination = end < found.length ? { pagination: { nextToken: tokenOf(end) } } : {};
  const until = new Date(window.before ?? Date.now()).toISOString();
  const border = window.field === 'createdTime' ? { createdBefore: until } : { lastUpdatedBefore: until };
  return { status: 200, body: { orders: found.slice(start, end).map((order) => withIncludedData(order, included)), ...pagination, ...border } };
}

function windowOf({ query }: Call): Window {
  const created = { after: query.instant('createdAfter'), before: query.instant('createdBefore') };
  const updated = { after: query.instant('lastUpdatedAfter'), before: query.instant('lastUpdatedBefore') };
  if ((created.after === undefined) === (updated.after === undefined)) throw invalidInput('Exactly one of createdAfter and lastUpdatedAfter is needed.');
  if (created.after !== undefined && updated.before !== undefined) throw invalidInput('lastUpdatedBefore cannot be used with createdAfter.');
  if (updated.after !== undefined && created.before !== undefined) throw invalidInput('createdBefore cannot be used with lastUpdatedAfter.');
  const window: Window = created.after === undefined
    ? { field: 'lastUpdatedTime', after: updated.after ?? 0, before: updated.before }
    : { field: 'createdTime', after: created.after, before: created.before };
  if (window.before !== undefined && window.before < window.after) throw invalidInput('The end of the time window lies before its start.');
  return window;
}

function inWindow(order: Order, window: Window): boolean {
  const at = Date.parse(order[window.field]);
  return at >= window.after && (window.before === undefined || at <= window.before);
}

// The token says where the next page starts; the rest makes it look like what it is: nothing to read.
const tokenOf = (start: number): string => Buffer.from(`${start}:${newUuid()}`).toString('base64url');

function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = Number(Buffer.from(token, 'base64url').toString().split(':')[0]);
  if (!Number.isInteger(start)) throw invalidInput('Invalid paginationToken.');
  return start;
}
