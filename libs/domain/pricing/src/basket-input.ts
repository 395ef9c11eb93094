import type { Buyer, PromotionUsage } from '@oneshelf/domain-promotions';

/** What is to be priced: who sells, where, when, and which lines. Quantities are thousandths of a unit. */
export interface BasketInput {
  marketCode: string;
  channelCode: string;
  /** The store; null where no store sells (web, marketplace). */
  locationId: string | null;
  currency: string;
  /** Instant as ISO 8601 in UTC. Books, promotions and tax rates are chosen by it. */
  pricedAt: string;
  /** Two letters, the place whose tax applies: the store of a sale or a pickup, else the destination. */
  taxCountry: string;
  lines: BasketLine[];
  /** What is known of the buyer: groups, tier, coupons. Absent: a walk-in. */
  buyer?: BasketBuyer;
  /** Where it is sold, as 'Europe/London': promotions by hour and weekday go by its clock. Absent: none of them applies. */
  timeZone?: string;
  /** Groups of stores or countries with prices of their own. */
  priceZone?: string;
  region?: string;
  /** What is used of limited promotions, where the caller could look (promotions SPEC, PRM-30 to 33). */
  promotionUsage?: PromotionUsage[];
}

export interface BasketBuyer extends Buyer {
  customerId?: string;
}

export interface BasketLine {
  /** Names the line in the quote; unique in the basket. */
  lineId: string;
  variantId: string;
  /** Thousandths: 2 pieces are 2000. */
  quantityMilli: number;
}
