import * as z from 'zod';
import { defineEvent } from './event-type';

const lines = z.array(z.object({ orderLineId: z.uuid(), variantId: z.uuid(), quantityMilli: z.int().positive() }));

/** Stock of these products changed somewhere; whoever pushes state out reads the current state. */
export const StockChanged = defineEvent('inventory.stock-changed.v1', z.object({ variantIds: z.array(z.uuid()).min(1), causeKind: z.string(), causeId: z.string() }));

/** Somebody has counted these products at a place: what was not found there may be looked for there again. */
export const StockCounted = defineEvent('inventory.stock-counted.v1', z.object({ countId: z.uuid(), locationId: z.uuid(), variantIds: z.array(z.uuid()).min(1) }));

/** Units that an order waited for are there and reserved for it, at these places. */
export const PromiseKept = defineEvent('inventory.promise-kept.v1', z.object({ orderId: z.uuid(), lines: z.array(z.object({ orderLineId: z.uuid(), variantId: z.uuid(), locationId: z.uuid(), quantityMilli: z.int().positive() })) }));

/** Units that an order waits for come on another day than its shopper was told. Days are YYYY-MM-DD. */
export const PromiseMoved = defineEvent('inventory.promise-moved.v1', z.object({ orderId: z.uuid(), lines: z.array(z.object({ orderLineId: z.uuid(), quantityMilli: z.int().positive(), toldOn: z.iso.date().nullable(), expectedOn: z.iso.date() })) }));

export const OrderPlaced = defineEvent('orders.order-placed.v1', z.object({ orderId: z.uuid(), channelCode: z.string(), fulfilmentKind: z.enum(['carry_out', 'pickup', 'delivery']) }));

export const OrderCancelled = defineEvent('orders.order-cancelled.v1', z.object({ orderId: z.uuid(), reason: z.string() }));

/** The hold on an order's card has ended and the card did not give another: nothing leaves until its shopper has paid again. */
export const PaymentNeeded = defineEvent('orders.payment-needed.v1', z.object({ orderId: z.uuid(), paymentId: z.uuid(), amountMinor: z.int() }));

/** A part of the order left the house for good: it is to be captured and booked. */
export const PartFulfilled = defineEvent('fulfilment.part-fulfilled.v1', z.object({ orderId: z.uuid(), fulfilmentOrderId: z.uuid(), locationId: z.uuid(), kind: z.enum(['pickup', 'ship']), lines }));

export const PickupReady = defineEvent('fulfilment.pickup-ready.v1', z.object({ orderId: z.uuid(), fulfilmentOrderId: z.uuid(), locationId: z.uuid() }));

/** A picker did not find units and no other place has them: they are cancelled and not charged. */
export const UnitsUnavailable = defineEvent('fulfilment.units-unavailable.v1', z.object({ orderId: z.uuid(), lines }));

export const ReturnReceived = defineEvent('returns.return-received.v1', z.object({ returnId: z.uuid(), orderId: z.uuid(), refundIds: z.array(z.uuid()) }));

/** A till wants this receipt sent to a shopper. */
export const ReceiptRequested = defineEvent('pos-sync.receipt-requested.v1', z.object({ orderId: z.uuid(), email: z.email(), locale: z.string(), receiptToken: z.string().optional() }));

export const PricesPublished = defineEvent('pricing.prices-published.v1', z.object({ marketCode: z.string(), release: z.int() }));

/**
 * Prices that a product file carried, in chunks; pricing writes them into the draft of the market's base book (the one
 * for all channels and stores, in this currency). Without such a book the job fails and waits in Stuck work.
 */
export const PricesImported = defineEvent('catalog.prices-imported.v1', z.object({ importId: z.uuid(), marketCode: z.string(), currency: z.string(), prices: z.array(z.object({ variantId: z.uuid(), amountMinor: z.int().nonnegative() })) }));

/** Opening stock of products that are new with an import. */
export const StockImported = defineEvent('catalog.stock-imported.v1', z.object({ importId: z.uuid(), marketCode: z.string(), lines: z.array(z.object({ variantId: z.uuid(), quantityMilli: z.int().positive(), locationName: z.string().optional() })) }));
