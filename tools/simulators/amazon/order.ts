export type FulfillmentStatus = 'PENDING_AVAILABILITY' | 'PENDING' | 'UNSHIPPED' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'CANCELLED' | 'UNFULFILLABLE';

export interface Money {
  amount: string;
  currencyCode: string;
}

/** The part of Amazon's order (Orders API 2026-01-01) that the simulator works with; other fields are kept as they came. */
export interface Order {
  orderId: string;
  createdTime: string;
  lastUpdatedTime: string;
  salesChannel: { channelName: string; marketplaceId?: string; marketplaceName?: string };
  buyer?: object;
  recipient?: { deliveryAddress?: { postalCode?: string } };
  proceeds?: { grandTotal?: Money };
  fulfillment?: { fulfillmentStatus: FulfillmentStatus; fulfilledBy?: string; shipByWindow?: { earliestDateTime?: string; latestDateTime?: string }; [field: string]: unknown };
  orderItems: OrderItem[];
  packages?: OrderPackage[];
  [field: string]: unknown;
}

export interface OrderItem {
  orderItemId: string;
  quantityOrdered: number;
  product: { asin?: string; sellerSku?: string; title?: string; price?: { unitPrice?: Money } };
  fulfillment?: { quantityFulfilled?: number; quantityUnfulfilled?: number; [field: string]: unknown };
  [field: string]: unknown;
}

export interface OrderPackage {
  packageReferenceId: string;
  packageItems?: { orderItemId: string; quantity: number }[];
  [field: string]: unknown;
}

const fieldsOf: Record<string, { order: string[]; item: string[] }> = {
  BUYER: { order: ['buyer'], item: [] },
  RECIPIENT: { order: ['recipient'], item: [] },
  PROCEEDS: { order: ['proceeds'], item: ['proceeds'] },
  EXPENSE: { order: [], item: ['expense'] },
  PROMOTION: { order: [], item: ['promotion'] },
  CANCELLATION: { order: [], item: ['cancellation'] },
  FULFILLMENT: { order: ['fulfillment'], item: ['fulfillment'] },
  PACKAGES: { order: ['packages'], item: [] },
  TAX: { order: ['tax'], item: ['tax'] },
  PAYMENT: { order: ['payment'], item: [] },
  FULFILLMENT_ORDERS: { order: ['fulfillmentOrders'], item: [] },
};

export const includableData = Object.keys(fieldsOf);

/** The order with only the data sets that were asked for. */
export function withIncludedData(order: Order, included: string[]): object {
  const hidden = Object.entries(fieldsOf).filter(([name]) => !included.includes(name)).map(([, fields]) => fields);
  const orderItems = order.orderItems.map((item) => without(item, hidden.flatMap(({ item: fields }) => fields)));
  return { ...without(order, hidden.flatMap(({ order: fields }) => fields)), orderItems };
}

function without(value: object, fields: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field)));
}

/** How many pieces of a line were shipped: what the packages say. */
export function shippedOf(order: Order, orderItemId: string): number {
  const items = (order.packages ?? []).flatMap((parcel) => parcel.packageItems ?? []).filter((item) => item.orderItemId === orderItemId);
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

/** The order with the figures of its lines and its status as its packages say. */
export function withShippedQuantities(order: Order): Order {
  const orderItems = order.orderItems.map((item) => {
    const shipped = shippedOf(order, item.orderItemId);
    return { ...item, fulfillment: { ...item.fulfillment, quantityFulfilled: shipped, quantityUnfulfilled: item.quantityOrdered - shipped } };
  });
  const open = orderItems.reduce((sum, item) => sum + item.fulfillment.quantityUnfulfilled, 0);
  return { ...order, orderItems, fulfillment: { ...order.fulfillment, fulfillmentStatus: open === 0 ? 'SHIPPED' : 'PARTIALLY_SHIPPED' } };
}
