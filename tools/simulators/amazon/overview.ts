import { action, page, settingsForm, table } from '../chassis/page';
import { merchantQuantity } from './listing';
import type { Work } from './operation';

const shown = 100;
const newest = <Item>(items: Item[]): Item[] => items.slice(-shown).reverse();

/** What a person sees at `/`. */
export function overview({ state }: Work): string {
  const { store } = state;
  const lastWrite = new Map(store.all('writes').map((write) => [write.sku, write]));
  const listings = store.all('listings').map((listing) => {
    const write = lastWrite.get(listing.sku);
    const quantity = listing.fulfilledBy === 'AMAZON' ? listing.fba.fulfillable : merchantQuantity(listing.attributes);
    return [listing.sku, listing.asin, listing.itemName, listing.fulfilledBy, quantity, write === undefined ? '' : new Date(write.receivedAt).toISOString(), write?.status ?? '', action('Sell one', '/_control/orders', { lines: [{ sku: listing.sku, quantity: 1 }] })];
  });
  const orders = newest(store.all('orders')).map((order) => [
    order.orderId, order.createdTime, order.salesChannel.marketplaceName ?? '', order.fulfillment?.fulfillmentStatus ?? '', order.fulfillment?.fulfilledBy ?? '',
    order.orderItems.map((item) => `${item.quantityOrdered} × ${item.product.sellerSku ?? ''}`).join(', '),
    (order.packages ?? []).map((parcel) => String(parcel['trackingNumber'] ?? '')).join(', '),
  ]);
  const deliveries = newest(store.all('deliveries')).map((delivery) => [delivery.type, delivery.subject, delivery.url, delivery.status, delivery.attempts, delivery.lastAnswer]);
  return page('Amazon simulator', [
    settingsForm(state.settings),
    table('Listings', ['SKU', 'ASIN', 'name', 'fulfilled by', 'quantity', 'last write', 'status', 'a customer'], listings),
    table('Orders', ['id', 'created', 'marketplace', 'status', 'fulfilled by', 'items', 'tracking'], orders),
    table('Notifications', ['type', 'about', 'to', 'status', 'attempts', 'last answer'], deliveries),
  ]);
}
