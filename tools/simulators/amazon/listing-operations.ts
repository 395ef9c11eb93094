import { newUuid, type Listing, type ListingWrite } from './amazon-state';
import { blankListing, listingKey, merchantQuantity, saveListing } from './listing';
import { issuesOf, patched, type Attributes, type Issue } from './listing-changes';
import { marketplacesOf, objectOf, textOf, type Answer, type Call, type Operation } from './operation';
import { invalidInput, notFound, SpApiError } from './sp-api-error';

const path = '/listings/2021-08-01/items/:sellerId/:sku';
const model = 'listingsItems_2021-08-01';

export const listingOperations: Operation[] = [
  { operationId: 'getListingsItem', model, method: 'GET', path, ratePerSecond: 5, burst: 10, run: get },
  { operationId: 'patchListingsItem', model, method: 'PATCH', path, ratePerSecond: 5, burst: 5, run: patch },
  { operationId: 'putListingsItem', model, method: 'PUT', path, ratePerSecond: 5, burst: 10, run: put },
  { operationId: 'deleteListingsItem', model, method: 'DELETE', path, ratePerSecond: 5, burst: 5, run: remove },
];

const sellerOf = (call: Call): string => call.path['sellerId'] ?? '';
const skuOf = (call: Call): string => call.path['sku'] ?? '';
const find = (call: Call): Listing | undefined => call.state.store.get('listings', listingKey(sellerOf(call), skuOf(call)));

const includable = ['summaries', 'attributes', 'issues', 'offers', 'fulfillmentAvailability', 'procurement', 'relationships', 'productTypes'];

function get(call: Call): Answer {
  const marketplaceIds = marketplacesOf(call);
  const asked = call.query.choices('includedData', includable);
  const listing = find(call);
  if (listing === undefined) throw notFound(`SKU '${skuOf(call)}' not found in marketplace ${marketplaceIds.join(', ')}`);
  const parts = partsOf(listing, marketplaceIds);
  const wanted = asked.length === 0 ? ['summaries'] : asked;
  return { status: 200, body: { sku: listing.sku, ...Object.fromEntries(Object.entries(parts).filter(([name]) => wanted.includes(name))) } };
}

function partsOf(listing: Listing, marketplaceIds: string[]): Record<string, unknown> {
  const quantity = listing.fulfilledBy === 'AMAZON' ? listing.fba.fulfillable : (merchantQuantity(listing.attributes) ?? 0);
  const summary = {
    asin: listing.asin, productType: listing.productType, conditionType: 'new_new', status: quantity > 0 ? ['BUYABLE', 'DISCOVERABLE'] : ['DISCOVERABLE'],
    itemName: listing.itemName, createdDate: listing.createdDate, lastUpdatedDate: listing.lastUpdatedDate,
  };
  const elements = (listing.attributes['fulfillment_availability'] ?? []) as { fulfillment_channel_code: string; quantity?: number }[];
  return {
    summaries: marketplaceIds.map((marketplaceId) => ({ marketplaceId, ...summary })),
    attributes: listing.attributes,
    issues: [],
    offers: [],
    fulfillmentAvailability: elements.map((element) => ({ fulfillmentChannelCode: element.fulfillment_channel_code, quantity: element.quantity ?? 0 })),
    productTypes: marketplaceIds.map((marketplaceId) => ({ marketplaceId, productType: listing.productType })),
    relationships: [],
  };
}

function patch(call: Call): Answer {
  const marketplaceIds = marketplacesOf(call);
  const body = objectOf(call.body, 'The body');
  textOf(body['productType'], 'productType');
  const listing = find(call);
  if (listing === undefined) throw new SpApiError(400, 'NOT_FOUND', `SKU '${skuOf(call)}' not found in marketplace ${marketplaceIds.join(', ')}`);
  return submit(call, 'patch', { ...listing, attributes: patched(listing.attributes, body), marketplaceIds: union(listing.marketplaceIds, marketplaceIds) });
}

function put(call: Call): Answer {
  const marketplaceIds = marketplacesOf(call);
  const body = objectOf(call.body, 'The body');
  const productType = textOf(body['productType'], 'productType');
  const attributes = objectOf(body['attributes'], 'attributes');
  const wrong = Object.entries(attributes).find(([, value]) => !Array.isArray(value));
  if (wrong !== undefined) throw invalidInput(`The attribute ${wrong[0]} must be a list.`);
  const old = find(call) ?? blankListing(sellerOf(call), skuOf(call), productType);
  return submit(call, 'put', { ...old, productType, attributes: attributes as Attributes, marketplaceIds: union(old.marketplaceIds, marketplaceIds) });
}

const union = (left: string[], right: string[]): string[] => [...new Set([...left, ...right])];

function submit(call: Call, operation: ListingWrite['operation'], listing: Listing): Answer {
  const [mode] = call.query.choices('mode', ['VALIDATION_PREVIEW']);
  const included = call.query.choices('includedData', ['identifiers', 'issues']);
  const issues = issuesOf(listing.attributes);
  const valid = issues.every(({ severity }) => severity !== 'ERROR');
  if (mode !== undefined) {
    const identifiers = included.includes('identifiers') ? { identifiers: listing.marketplaceIds.map((marketplaceId) => ({ marketplaceId, asin: listing.asin })) } : {};
    return submission(listing.sku, { status: valid ? 'VALID' : 'INVALID', issues, ...identifiers });
  }
  const submissionId = newUuid();
  const status = valid ? 'ACCEPTED' : 'INVALID';
  const quantity = merchantQuantity(listing.attributes);
  const write: ListingWrite = { id: submissionId, sku: listing.sku, operation, receivedAt: call.receivedAt, quantity, status, submissionId };
  call.state.store.put('writes', write.id, write);
  if (valid) saveListing(call, listing);
  return submission(listing.sku, { status, issues, submissionId });
}

interface Submission {
  status: string;
  issues: Issue[];
  submissionId?: string;
  identifiers?: object[];
}

const submission = (sku: string, fields: Submission): Answer => ({ status: 200, body: { sku, submissionId: newUuid(), ...fields } });

function remove(call: Call): Answer {
  const marketplaceIds = marketplacesOf(call);
  const listing = find(call);
  if (listing === undefined) throw new SpApiError(400, 'NOT_FOUND', `SKU '${skuOf(call)}' not found in marketplace ${marketplaceIds.join(', ')}`);
  const submissionId = newUuid();
  const write: ListingWrite = { id: submissionId, sku: listing.sku, operation: 'delete', receivedAt: call.receivedAt, quantity: null, status: 'ACCEPTED', submissionId };
  call.state.store.put('writes', write.id, write);
  call.state.store.remove('listings', listingKey(listing.sellerId, listing.sku));
  return submission(listing.sku, { status: 'ACCEPTED', issues: [], submissionId });
}
