import { instantNow, newAsin, type Listing } from './amazon-state';
import type { Work } from './operation';

export interface AvailabilityElement {
  fulfillment_channel_code: string;
  quantity?: number;
}

export const merchantChannel = 'DEFAULT';

export const listingKey = (sellerId: string, sku: string): string => `${sellerId}/${sku}`;

/** The listing of a SKU, whoever sells it: the simulator has one seller most of the time. */
export function listingBySku(work: Work, sku: string): Listing | undefined {
  return work.state.store.all('listings').find((listing) => listing.sku === sku);
}

export function merchantQuantity(attributes: Record<string, unknown[]>): number | null {
  const elements = (attributes['fulfillment_availability'] ?? []) as AvailabilityElement[];
  return elements.find((element) => element.fulfillment_channel_code === merchantChannel)?.quantity ?? null;
}

/** Stores a listing and says so when the quantity on offer is another one. */
export function saveListing(work: Work, listing: Listing): Listing {
  const key = listingKey(listing.sellerId, listing.sku);
  const before = work.state.store.get('listings', key);
  const saved = { ...listing, lastUpdatedDate: instantNow() };
  work.state.store.put('listings', key, saved);
  const quantity = merchantQuantity(saved.attributes);
  if (quantity !== null && (before === undefined || merchantQuantity(before.attributes) !== quantity)) work.quantityChanged(saved, quantity);
  if (JSON.stringify(before?.fba ?? noFbaStock) !== JSON.stringify(saved.fba)) work.fbaStockChanged(saved);
  return saved;
}

export const noFbaStock = { fulfillable: 0, inboundWorking: 0, inboundShipped: 0, inboundReceiving: 0, reserved: 0, unfulfillable: 0 };

export function blankListing(sellerId: string, sku: string, productType: string): Listing {
  const now = instantNow();
  return {
    sku, sellerId, asin: newAsin(), productType, itemName: sku, marketplaceIds: [], fulfilledBy: 'MERCHANT', attributes: {}, fba: noFbaStock, createdDate: now, lastUpdatedDate: now,
  };
}

/** The listing with another quantity in the merchant's channel; other fields of the element stay. */
export function withMerchantQuantity(listing: Listing, quantity: number): Listing {
  const elements = (listing.attributes['fulfillment_availability'] ?? [{ fulfillment_channel_code: merchantChannel }]) as AvailabilityElement[];
  const changed = elements.map((element) => (element.fulfillment_channel_code === merchantChannel ? { ...element, quantity } : element));
  return { ...listing, attributes: { ...listing.attributes, fulfillment_availability: changed } };
}
