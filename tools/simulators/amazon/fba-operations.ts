import type { Listing } from './amazon-state';
import { marketplacesOf, type Answer, type Call, type Operation } from './operation';
import { invalidInput } from './sp-api-error';

export const fbaOperations: Operation[] = [
  { operationId: 'getInventorySummaries', model: 'fbaInventory', method: 'GET', path: '/fba/inventory/v1/summaries', ratePerSecond: 2, burst: 2, run: summaries },
];

const perPage = 50;

function summaries(call: Call): Answer {
  const { query } = call;
  const marketplaceIds = marketplacesOf(call);
  if (query.text('granularityType') !== 'Marketplace') throw invalidInput('granularityType must be Marketplace.');
  const granularityId = query.text('granularityId');
  if (granularityId === undefined) throw invalidInput('Missing required parameter: granularityId.');
  const since = query.instant('startDateTime');
  const skus = query.list('sellerSkus').length > 0 ? query.list('sellerSkus') : query.list('sellerSku');
  const found = call.state.store.all('listings')
    .filter((listing) => listing.fulfilledBy === 'AMAZON' && listing.marketplaceIds.some((id) => marketplaceIds.includes(id)))
    .filter((listing) => (since === undefined ? skus.length === 0 || skus.includes(listing.sku) : Date.parse(listing.lastUpdatedDate) >= since));
  const start = Number(query.text('nextToken') ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalidInput('Invalid nextToken.');
  const detailed = query.text('details') === 'true';
  const page = found.slice(start, start + perPage).map((listing) => summaryOf(listing, detailed));
  const pagination = start + perPage < found.length ? { pagination: { nextToken: String(start + perPage) } } : {};
  return { status: 200, body: { payload: { granularity: { granularityType: 'Marketplace', granularityId }, inventorySummaries: page }, ...pagination } };
}

function summaryOf(listing: Listing, detailed: boolean): object {
  const { fba } = listing;
  const inventoryDetails = {
    fulfillableQuantity: fba.fulfillable,
    inboundWorkingQuantity: fba.inboundWorking,
    inboundShippedQuantity: fba.inboundShipped,
    inboundReceivingQuantity: fba.inboundReceiving,
    reservedQuantity: { totalReservedQuantity: fba.reserved, pendingCustomerOrderQuantity: fba.reserved, pendingTransshipmentQuantity: 0, fcProcessingQuantity: 0 },
    researchingQuantity: { totalResearchingQuantity: 0, researchingQuantityBreakdown: [] },
    unfulfillableQuantity: {
      totalUnfulfillableQuantity: fba.unfulfillable, customerDamagedQuantity: 0, warehouseDamagedQuantity: fba.unfulfillable, distributorDamagedQuantity: 0,
      carrierDamagedQuantity: 0, defectiveQuantity: 0, expiredQuantity: 0,
    },
  };
  return {
    asin: listing.asin, fnSku: fnSkuOf(listing), sellerSku: listing.sku, condition: 'NewItem', ...(detailed ? { inventoryDetails } : {}),
    lastUpdatedTime: listing.lastUpdatedDate, productName: listing.itemName,
    totalQuantity: fba.fulfillable + fba.reserved + fba.unfulfillable + fba.inboundWorking + fba.inboundShipped + fba.inboundReceiving, stores: [],
  };
}

export const fnSkuOf = (listing: Listing): string => `X00${listing.asin.slice(2, 9)}`;
