import { Deliverer, type Delivery } from '../chassis/deliveries';
import { instantNow, newUuid, type AmazonState, type Listing } from './amazon-state';
import { fnSkuOf } from './fba-operations';
import { merchantChannel } from './listing';
import { shippedOf, type FulfillmentStatus, type Order } from './order';

export interface Notifier {
  orderChanged(order: Order, reason: string): void;
  quantityChanged(listing: Listing, quantity: number): void;
  fbaStockChanged(listing: Listing): void;
  resume(): void;
  stop(): void;
}

/**
 * Sends Amazon's notifications: each body that would come out of SQS is posted to `url`, and kept for pulling.
 * At least once, in no promised order. As long as no subscription was made, all kinds are sent.
 */
export function notifierOf(state: AmazonState, url: string | undefined, sellerId: string): Notifier {
  const { store } = state;
  const journal = {
    save(delivery: Delivery): void {
      store.put('deliveries', delivery.id, delivery);
      if (delivery.status !== 'pending' || delivery.attempts > 0) store.flush();
    },
    pending: (): Delivery[] => store.all('deliveries').filter((delivery) => delivery.status === 'pending'),
  };
  const deliverer = new Deliverer(journal, () => ({ 'content-type': 'application/json; charset=utf-8' }));
  let sequence = store.all('notifications').at(-1)?.sequence ?? 0;
  const send = (type: string, subject: string, content: object): void => {
    const subscriptionId = subscriptionFor(state, type);
    if (subscriptionId === null) return;
    const notification = envelope(type, subscriptionId, content);
    sequence += 1;
    store.put('notifications', String(sequence), { sequence, notification });
    if (url === undefined) return;
    for (let copy = 0; copy < (state.settings.duplicateNotifications ? 2 : 1); copy += 1) {
      deliverer.send({ id: newUuid(), url, type, subject, body: JSON.stringify(notification), attempts: 0, status: 'pending', lastAnswer: '', createdAt: Date.now() });
    }
  };
  return {
    orderChanged: (order, reason) => send('ORDER_CHANGE', order.orderId, { OrderChangeNotification: orderChange(order, reason, sellerId) }),
    quantityChanged: (listing, quantity) =>
      send('LISTINGS_ITEM_MFN_QUANTITY_CHANGE', listing.sku, { SellerId: listing.sellerId, FulfillmentChannelCode: merchantChannel, Sku: listing.sku, Quantity: quantity }),
    fbaStockChanged: (listing) => send('FBA_INVENTORY_AVAILABILITY_CHANGES', listing.sku, fbaChange(listing)),
    resume: () => deliverer.resume(),
    stop: () => deliverer.stop(),
  };
}

function subscriptionFor(state: AmazonState, type: string): string | null {
  const subscriptions = state.store.all('subscriptions');
  if (subscriptions.length === 0) return 'simulated-subscription';
  return subscriptions.find(({ notificationType }) => notificationType === type)?.subscriptionId ?? null;
}

function envelope(type: string, subscriptionId: string, content: object): object {
  const now = instantNow();
  return {
    NotificationVersion: '1.0',
    NotificationType: type,
    PayloadVersion: '1.0',
    EventTime: now,
    Payload: content,
    NotificationMetadata: { ApplicationId: 'amzn1.sellerapps.app.simulated', SubscriptionId: subscriptionId, PublishTime: now, NotificationId: newUuid() },
  };
}

// Notifications still speak the words of the first orders API.
const statusNames: Record<FulfillmentStatus, string> = {
  PENDING_AVAILABILITY: 'PendingAvailability', PENDING: 'Pending', UNSHIPPED: 'Unshipped', PARTIALLY_SHIPPED: 'PartiallyShipped', SHIPPED: 'Shipped', CANCELLED: 'Canceled', UNFULFILLABLE: 'Unfulfillable',
};

function orderChange(order: Order, reason: string, sellerId: string): object {
  const items = order.orderItems.map((item) => ({ item, shipped: shippedOf(order, item.orderItemId) }));
  const ordered = items.reduce((sum, { item }) => sum + item.quantityOrdered, 0);
  const shipped = items.reduce((sum, line) => sum + line.shipped, 0);
  const window = order.fulfillment?.shipByWindow;
  return {
    NotificationLevel: 'OrderLevel',
    SellerId: sellerId,
    AmazonOrderId: order.orderId,
    OrderChangeType: reason === buyerCancel ? 'BuyerRequestedChange' : 'OrderStatusChange',
    OrderChangeTrigger: { TimeOfOrderChange: order.lastUpdatedTime, ChangeReason: reason },
    Summary: {
      MarketplaceId: order.salesChannel.marketplaceId ?? '',
      OrderStatus: statusNames[order.fulfillment?.fulfillmentStatus ?? 'PENDING'],
      PurchaseDate: order.createdTime,
      DestinationPostalCode: order.recipient?.deliveryAddress?.postalCode ?? null,
      FulfillmentType: order.fulfillment?.fulfilledBy === 'AMAZON' ? 'AFN' : 'MFN',
      OrderType: 'StandardOrder',
      NumberOfItemsShipped: shipped,
      NumberOfItemsUnshipped: ordered - shipped,
      ...(window?.earliestDateTime === undefined ? {} : { EarliestShipDate: window.earliestDateTime }),
      ...(window?.latestDateTime === undefined ? {} : { LatestShipDate: window.latestDateTime }),
      OrderItems: items.map((line) => ({
        OrderItemId: line.item.orderItemId,
        SellerSKU: line.item.product.sellerSku ?? '',
        SupplySourceId: null,
        OrderItemStatus: line.shipped === line.item.quantityOrdered ? 'Shipped' : 'Unshipped',
        Quantity: line.item.quantityOrdered,
        QuantityShipped: line.shipped,
        IsBuyerRequestedCancel: reason === buyerCancel,
      })),
    },
  };
}

export const buyerCancel = 'Buyer Requested Cancel';

function fbaChange(listing: Listing): object {
  const { fba } = listing;
  const inventory = {
    InboundQuantityBreakdown: { Working: fba.inboundWorking, Shipped: fba.inboundShipped, Receiving: fba.inboundReceiving },
    Fulfillable: fba.fulfillable,
    Unfulfillable: fba.unfulfillable,
    Researching: 0,
    ReservedQuantityBreakdown: { WarehouseProcessing: 0, WarehouseTransfer: 0, PendingCustomerOrder: fba.reserved },
    FutureSupplyBuyable: 0,
    PendingCustomerOrderInTransit: 0,
  };
  return {
    SellerId: listing.sellerId,
    FNSKU: fnSkuOf(listing),
    ASIN: listing.asin,
    SKU: listing.sku,
    FulfillmentInventoryByMarketplace: listing.marketplaceIds.map((id) => ({ MarketplaceId: id, ItemName: listing.itemName, FulfillmentInventory: inventory, Stores: [] })),
  };
}
