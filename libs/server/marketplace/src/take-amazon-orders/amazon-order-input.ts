import { invariant, ok, parseMoney, refuse, type Result } from '@oneshelf/domain-kernel';
import type { AmazonMoney, AmazonOrder } from '../amazon/amazon-models';
import type { MarketplaceOrderInput } from './order-book';

const PIECE_MILLI = 1000;

export type UnknownSku = { kind: 'unknown_sku'; skus: string[] };

/** Amazon's order in our words. Refuses SKUs that none of our listings has. */
export function toOrderInput(order: AmazonOrder, given: { orderId: string; channelCode: string; variantOfSku: Map<string, string> }): Result<MarketplaceOrderInput, UnknownSku> {
  const items = order.orderItems.filter((item) => item.quantityOrdered > 0);
  const unknown = items.map((item) => item.product.sellerSku ?? '').filter((sku) => !given.variantOfSku.has(sku));
  if (unknown.length > 0) return refuse({ kind: 'unknown_sku', skus: unknown });
  const lines = items.map((item) => {
    const unit = item.product.price?.unitPrice;
    const unitMinor = unit ? minorOf(unit) : 0;
    const proceeds = item.proceeds?.proceedsTotal;
    return {
      variantId: given.variantOfSku.get(item.product.sellerSku ?? '') ?? '',
      quantityMilli: item.quantityOrdered * PIECE_MILLI,
      unitMinor,
      totalMinor: proceeds ? minorOf(proceeds) : unitMinor * item.quantityOrdered,
      externalId: item.orderItemId,
    };
  });
  return ok({
    orderId: given.orderId,
    channelCode: given.channelCode,
    externalId: order.orderId,
    paid: order.fulfillment?.fulfillmentStatus !== 'PENDING' && order.fulfillment?.fulfillmentStatus !== 'PENDING_AVAILABILITY',
    currency: currencyOf(order),
    customer: { name: order.buyer?.buyerName ?? 'Amazon customer', email: order.buyer?.buyerEmail ?? null },
    shippingAddress: shippingAddressOf(order),
    placedAt: order.createdTime,
    lines,
  });
}

/** Amazon keeps the address back until the payment is taken. */
export function shippingAddressOf(order: AmazonOrder): MarketplaceOrderInput['shippingAddress'] {
  const address = order.recipient?.deliveryAddress;
  if (!address) return null;
  return {
    lines: [address.addressLine1, address.addressLine2].filter((line): line is string => line !== undefined && line !== ''),
    city: address.city ?? '',
    postalCode: address.postalCode ?? '',
    country: address.countryCode ?? '',
  };
}

function currencyOf(order: AmazonOrder): string {
  const first = order.orderItems.map((item) => item.proceeds?.proceedsTotal ?? item.product.price?.unitPrice).find((money) => money !== undefined);
  return first?.currencyCode ?? '';
}

function minorOf({ amount, currencyCode }: AmazonMoney): number {
  const parsed = parseMoney(amount, { currency: currencyCode, locale: 'en' });
  invariant(parsed.ok, `Amazon sent an amount that is none: ${amount} ${currencyCode}`);
  return parsed.value;
}
