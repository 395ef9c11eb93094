import { invariant, ok, parseMoney, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Address } from '@oneshelf/contracts';
import type { AmazonMoney, AmazonOrder } from '../amazon/amazon-models';

const PIECE_MILLI = 1000;
/** Amazon keeps the address back until the payment is taken, and from applications that may not see it. */
const HELD_BACK = 'held back by Amazon';

/** An order as Amazon sold it: its prices are final. */
export interface AmazonOrderInput {
  channelCode: string;
  externalId: string;
  currency: string;
  customer: { name: string; email: string | null };
  address: Address;
  placedAt: Date;
  lines: { variantId: string; quantityMilli: number; unitMinor: number; sku: string; title: string; externalId: string }[];
}

export type UnknownSku = { kind: 'unknown_sku'; skus: string[] };

/** Amazon's order in our words. Refuses SKUs that none of our listings has. */
export function toOrderInput(order: AmazonOrder, given: { channelCode: string; country: string; currency: string; variantOfSku: Map<string, string> }): Result<AmazonOrderInput, UnknownSku> {
  const items = order.orderItems.filter((item) => item.quantityOrdered > 0);
  const unknown = items.map((item) => item.product.sellerSku ?? '').filter((sku) => !given.variantOfSku.has(sku));
  if (unknown.length > 0) return refuse({ kind: 'unknown_sku', skus: unknown });
  const lines = items.map((item) => {
    const sku = item.product.sellerSku ?? '';
    return { variantId: given.variantOfSku.get(sku) ?? '', quantityMilli: item.quantityOrdered * PIECE_MILLI, unitMinor: unitMinorOf(item), sku, title: item.product.title ?? sku, externalId: item.orderItemId };
  });
  const customer = { name: order.buyer?.buyerName ?? 'Amazon customer', email: order.buyer?.buyerEmail ?? null };
  return ok({ channelCode: given.channelCode, externalId: order.orderId, currency: given.currency, customer, address: addressOf(order, given.country), placedAt: new Date(order.createdTime), lines });
}

function addressOf(order: AmazonOrder, country: string): Address {
  const address = order.recipient?.deliveryAddress;
  const line2 = address?.addressLine2?.trim();
  return {
    line1: address?.addressLine1?.trim() || HELD_BACK,
    ...(line2 ? { line2 } : {}),
    city: address?.city?.trim() || HELD_BACK,
    postcode: address?.postalCode?.trim().slice(0, 20) || '-',
    country: address?.countryCode ?? country,
  };
}

/** What was paid for one piece: the line's proceeds where they divide, else the unit price that Amazon names. */
function unitMinorOf(item: AmazonOrder['orderItems'][number]): number {
  const proceeds = item.proceeds?.proceedsTotal ? minorOf(item.proceeds.proceedsTotal) : null;
  if (proceeds !== null && proceeds % item.quantityOrdered === 0) return proceeds / item.quantityOrdered;
  return item.product.price?.unitPrice ? minorOf(item.product.price.unitPrice) : Math.floor((proceeds ?? 0) / item.quantityOrdered);
}

function minorOf({ amount, currencyCode }: AmazonMoney): number {
  const parsed = parseMoney(amount, { currency: currencyCode, locale: 'en' });
  invariant(parsed.ok, `Amazon sent an amount that is none: ${amount} ${currencyCode}`);
  return parsed.value;
}
