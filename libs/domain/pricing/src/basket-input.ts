import type { Buyer, ManualDiscount, PromotionUsage, ShippingCharge } from '@oneshelf/domain-promotions';

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
  shipping?: ShippingInput[];
  /** What an associate takes off by hand, after all promotions, in this order. Who may is the caller's to say. */
  manualDiscounts?: ManualDiscount[];
  /** What is used of limited promotions, where the caller could look (promotions SPEC, PRM-30 to 33). */
  promotionUsage?: PromotionUsage[];
}

/** A shipping charge, in the tax mode of the book's prices. */
export interface ShippingInput extends ShippingCharge {
  taxClass: string;
}

/** A unit price by hand instead of the books'. Whether this person may is the caller's to say. */
export interface PriceOverride {
  unitMinor: number;
  reason: string;
  /** Who set it. */
  by: string;
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
  override?: PriceOverride;
}
