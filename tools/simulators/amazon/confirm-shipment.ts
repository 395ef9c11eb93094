import { instantNow } from './amazon-state';
import { withShippedQuantities, type Order, type OrderPackage } from './order';
import { instantOf, objectOf, textOf, type Answer, type Call, type Operation } from './operation';
import { orderOf } from './order-operations';
import { invalidInput } from './sp-api-error';

export const shipmentOperations: Operation[] = [
  { operationId: 'confirmShipment', model: 'ordersV0', method: 'POST', path: '/orders/v0/orders/:orderId/shipmentConfirmation', ratePerSecond: 2, burst: 10, run: confirm },
];

const shippable = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];

/** Takes over a package. The same packageReferenceId again replaces the package: confirming twice ships once. */
function confirm(call: Call): Answer {
  const body = objectOf(call.body, 'The body');
  textOf(body['marketplaceId'], 'marketplaceId');
  const parcel = packageFrom(objectOf(body['packageDetail'], 'packageDetail'));
  const order = orderOf(call);
  const status = order.fulfillment?.fulfillmentStatus ?? 'PENDING';
  if (order.fulfillment?.fulfilledBy === 'AMAZON') throw invalidInput('Amazon fulfils this order.');
  if (!shippable.includes(status)) throw invalidInput(`The order is ${status}; only an unshipped order can be confirmed as shipped.`);
  const others = (order.packages ?? []).filter((other) => other.packageReferenceId !== parcel.packageReferenceId);
  const changed = withShippedQuantities({ ...order, packages: [...others, parcel], lastUpdatedTime: instantNow() });
  refuseTooMany(changed);
  call.state.store.put('orders', changed.orderId, changed);
  call.orderChanged(changed, 'Shipment confirmed');
  return { status: 204 };
}

function packageFrom(detail: Record<string, unknown>): OrderPackage {
  const carrierCode = textOf(detail['carrierCode'], 'carrierCode');
  const carrier = carrierCode.toLowerCase() === 'other' ? textOf(detail['carrierName'], 'carrierName') : carrierCode;
  const shipTime = new Date(instantOf(detail['shipDate'], 'shipDate')).toISOString();
  const items = detail['orderItems'];
  if (!Array.isArray(items) || items.length === 0) throw invalidInput('orderItems is required and must hold at least one item.');
  const reference = String(detail['packageReferenceId'] ?? '');
  if (!/^\d+$/.test(reference)) throw invalidInput('packageReferenceId is required and must be a positive number.');
  return {
    packageReferenceId: reference,
    createdTime: instantNow(),
    packageStatus: { status: 'SHIPPED' },
    carrier,
    shipTime,
    trackingNumber: textOf(detail['trackingNumber'], 'trackingNumber'),
    ...(typeof detail['shippingMethod'] === 'string' ? { shippingService: detail['shippingMethod'] } : {}),
    packageItems: items.map((raw) => {
      const item = objectOf(raw, 'An order item');
      const quantity = item['quantity'];
      if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1) throw invalidInput('quantity must be a whole number, 1 or more.');
      return { orderItemId: textOf(item['orderItemId'], 'orderItemId'), quantity };
    }),
  };
}

function refuseTooMany(order: Order): void {
  const known = new Set(order.orderItems.map(({ orderItemId }) => orderItemId));
  const stranger = (order.packages ?? []).flatMap(({ packageItems }) => packageItems ?? []).find(({ orderItemId }) => !known.has(orderItemId));
  if (stranger !== undefined) throw invalidInput(`The order has no item ${stranger.orderItemId}.`);
  const tooMany = order.orderItems.find((item) => (item.fulfillment?.quantityUnfulfilled ?? 0) < 0);
  if (tooMany !== undefined) throw invalidInput(`More pieces of item ${tooMany.orderItemId} would be shipped than were ordered.`);
}
