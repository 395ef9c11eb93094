import type { Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';

/** An order as the marketplace sold it: its prices are final, they are not computed again. */
export interface MarketplaceOrderInput {
  orderId: string;
  channelCode: string;
  externalId: string;
  /** False: the marketplace has not taken the payment yet. Stock is held, nothing is sent. */
  paid: boolean;
  currency: string;
  customer: { name: string; email: string | null };
  shippingAddress: { lines: string[]; city: string; postalCode: string; country: string } | null;
  /** ISO instant. */
  placedAt: string;
  lines: { variantId: string; quantityMilli: number; unitMinor: number; totalMinor: number; externalId: string }[];
}

export type MarketplaceOrderRefusal = { kind: string };

/** What this module asks of the orders module, in the caller's transaction. Each call twice does it once. */
export abstract class OrderBook {
  abstract place(tx: Tx, input: MarketplaceOrderInput): Promise<Result<void, MarketplaceOrderRefusal>>;
  /** The marketplace has taken the payment of an order that waited for it. */
  abstract confirmPaid(tx: Tx, order: { orderId: string; shippingAddress: MarketplaceOrderInput['shippingAddress'] }): Promise<void>;
  abstract cancel(tx: Tx, order: { orderId: string; reason: string }): Promise<Result<void, MarketplaceOrderRefusal>>;
}
