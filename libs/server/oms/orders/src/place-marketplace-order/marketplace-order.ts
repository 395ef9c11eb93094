import type { Address } from '@oneshelf/contracts';
import type { Quote } from '@oneshelf/domain-pricing';

/** What a marketplace sold, in our words. */
export interface MarketplaceOrder {
  channelCode: string;
  /** The marketplace's order id: makes the order unique. */
  externalId: string;
  customer: { name: string; email: string | null };
  address: Address;
  /** At the marketplace's prices: built by the caller with units, one line per order item. */
  quote: Quote;
  lines: { sku: string; title: string; externalId: string }[];
  placedAt: Date;
}
