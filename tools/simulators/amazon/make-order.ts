import * as z from 'zod';
import { instantNow, newDigits, type Listing } from './amazon-state';
import { listingBySku, merchantQuantity, saveListing, withMerchantQuantity } from './listing';
import { knownMarketplaces, type Work } from './operation';
import type { Money, Order, OrderItem } from './order';

export const orderRequest = z.object({
  lines: z.array(z.object({ sku: z.string(), quantity: z.int().positive(), unitPrice: z.string().regex(/^\d+(\.\d+)?$/).default('19.99') })).min(1),
  status: z.enum(['PENDING', 'UNSHIPPED']).default('UNSHIPPED'),
  marketplaceId: z.string().optional(),
  buyerName: z.string().default('Alex Sample'),
  /** Fields of Amazon's delivery address. */
  address: z.record(z.string(), z.string()).optional(),
  /** Sell although the listing shows fewer pieces: the order that arrives between a sale and its patch. */
  force: z.boolean().default(false),
});

export type OrderRequest = z.infer<typeof orderRequest>;

/** A customer buys at the marketplace: the listing's quantity goes down as at Amazon, and the seller is notified. Problems are sentences. */
export function makeOrder(work: Work, request: OrderRequest): Order | string[] {
  const lines = request.lines.map((line) => ({ ...line, listing: listingBySku(work, line.sku) }));
  const problems = problemsOf(lines, request.force);
  if (problems.length > 0) return problems;
  const first = lines[0]?.listing;
  const marketplaceId = request.marketplaceId ?? first?.marketplaceIds[0] ?? 'A1F83G8C2ARO7P';
  const marketplace = knownMarketplaces[marketplaceId] ?? { name: 'Amazon', country: 'GB', currency: 'GBP' };
  const now = instantNow();
  const items = lines.map((line) => itemOf(line, marketplace.currency));
  const order: Order = {
    orderId: `${newDigits(3)}-${newDigits(7)}-${newDigits(7)}`,
    createdTime: now,
    lastUpdatedTime: now,
    salesChannel: { channelName: 'AMAZON', marketplaceId, marketplaceName: marketplace.name },
    buyer: { buyerName: request.buyerName, buyerEmail: `${newDigits(10)}@marketplace.example` },
    ...(request.status === 'PENDING' ? {} : { recipient: recipientOf(request, marketplace.country) }),
    proceeds: { grandTotal: totalOf(items, marketplace.currency) },
    fulfillment: {
      fulfillmentStatus: request.status,
      fulfilledBy: first?.fulfilledBy ?? 'MERCHANT',
      fulfillmentServiceLevel: 'STANDARD',
      shipByWindow: { earliestDateTime: now, latestDateTime: daysLater(now, 2) },
      deliverByWindow: { earliestDateTime: daysLater(now, 3), latestDateTime: daysLater(now, 5) },
    },
    orderItems: items,
  };
  for (const { listing, quantity } of lines) if (listing !== undefined) sell(work, listing, quantity);
  work.state.store.put('orders', order.orderId, order);
  work.orderChanged(order, 'New order');
  return order;
}

interface Line {
  sku: string;
  quantity: number;
  unitPrice: string;
  listing: Listing | undefined;
}

function problemsOf(lines: Line[], force: boolean): string[] {
  return lines.flatMap(({ sku, quantity, listing }) => {
    if (listing === undefined) return [`There is no listing with the SKU ${sku}.`];
    const available = availableOf(listing);
    return force || available >= quantity ? [] : [`The listing ${sku} shows ${available}, but ${quantity} were asked for. Send "force": true to sell anyway.`];
  });
}

const availableOf = (listing: Listing): number => (listing.fulfilledBy === 'AMAZON' ? listing.fba.fulfillable : (merchantQuantity(listing.attributes) ?? 0));

// Amazon takes the pieces off at once; the seller's next quantity is absolute and puts it right.
function sell(work: Work, listing: Listing, quantity: number): void {
  const left = Math.max(0, availableOf(listing) - quantity);
  if (listing.fulfilledBy === 'MERCHANT') saveListing(work, withMerchantQuantity(listing, left));
  else saveListing(work, { ...listing, fba: { ...listing.fba, fulfillable: left, reserved: listing.fba.reserved + quantity } });
}

function itemOf(line: Line, currencyCode: string): OrderItem {
  const subtotal = { amount: times(line.unitPrice, line.quantity), currencyCode };
  return {
    orderItemId: newDigits(14),
    quantityOrdered: line.quantity,
    product: {
      ...(line.listing === undefined ? {} : { asin: line.listing.asin, title: line.listing.itemName }),
      sellerSku: line.sku,
      condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
      price: { unitPrice: { amount: line.unitPrice, currencyCode } },
    },
    proceeds: { proceedsTotal: subtotal, breakdowns: [{ type: 'ITEM', subtotal }] },
    fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: line.quantity },
  } as OrderItem;
}

function totalOf(items: OrderItem[], currencyCode: string): Money {
  const minor = items.reduce((sum, item) => sum + minorOf(item.product.price?.unitPrice?.amount ?? '0') * item.quantityOrdered, 0);
  return { amount: (minor / 100).toFixed(2), currencyCode };
}

const minorOf = (amount: string): number => Math.round(Number(amount) * 100);
const times = (amount: string, quantity: number): string => ((minorOf(amount) * quantity) / 100).toFixed(2);
const daysLater = (instant: string, days: number): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString();

function recipientOf(request: OrderRequest, country: string): object {
  const fallback = country === 'DE'
    ? { addressLine1: 'Musterstraße 12', city: 'Berlin', postalCode: '10115' }
    : { addressLine1: '12 Sample Street', city: 'Leeds', postalCode: 'LS1 6HD' };
  return { deliveryAddress: { name: request.buyerName, ...fallback, countryCode: country, addressType: 'RESIDENTIAL', ...request.address } };
}

export const orderChangeRequest = z.object({ status: z.enum(['UNSHIPPED', 'CANCELLED']), reason: z.string().optional() });

/** Amazon moves an order on: the payment of a pending order came, or the order is cancelled. Problems are sentences. */
export function changeOrder(work: Work, order: Order, change: z.infer<typeof orderChangeRequest>): Order | string[] {
  const status = order.fulfillment?.fulfillmentStatus ?? 'PENDING';
  const allowed = change.status === 'UNSHIPPED' ? ['PENDING'] : ['PENDING', 'UNSHIPPED'];
  if (!allowed.includes(status)) return [`The order is ${status}; it cannot become ${change.status}.`];
  const country = knownMarketplaces[order.salesChannel.marketplaceId ?? '']?.country ?? 'GB';
  const changed: Order = {
    ...order,
    ...(order.recipient === undefined && change.status === 'UNSHIPPED' ? { recipient: recipientOf({ lines: [], status: 'UNSHIPPED', buyerName: 'Alex Sample', force: false }, country) } : {}),
    lastUpdatedTime: instantNow(),
    fulfillment: { ...order.fulfillment, fulfillmentStatus: change.status },
  };
  work.state.store.put('orders', order.orderId, changed);
  work.orderChanged(changed, change.reason ?? (change.status === 'CANCELLED' ? 'Order cancelled' : 'Payment authorised'));
  return changed;
}
