import type { Buyer, ManualDiscount, PromotionUsage, ShippingCharge } from '@oneshelf/domain-promotions';
import type { PlaceReason, TaxedBuyer, TaxPlace } from '@oneshelf/domain-tax';

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
  /** More of the tax than its country; absent: the one rate of `taxCountry`, as in a store. */
  tax?: TaxTerms;
  /** What is known of the buyer: groups, tier, coupons. Absent: a walk-in. */
  buyer?: BasketBuyer;
  /** Where it is sold, as 'Europe/London': promotions by hour and weekday go by its clock. Absent: none of them applies. */
  timeZone?: string;
  /** Groups of stores or countries with prices of their own. */
  priceZone?: string;
  region?: string;
  /** What sending it costs, with tax where the book's prices are; absent: nothing is sent. */
  shipping?: BasketShipping[];
  /** What an associate takes off by hand, after all promotions, in this order. Who may is the caller's to say. */
  manualDiscounts?: ManualDiscount[];
  /** What is used of limited promotions, where the caller could look (promotions SPEC, PRM-30 to 33). */
  promotionUsage?: PromotionUsage[];
}

/** Where and to whom it is sold, as far as tax goes (PRC-30, PRC-31). */
export interface TaxTerms {
  /** Within `taxCountry`. */
  place?: Pick<TaxPlace, 'region' | 'postcode'>;
  /** Why it is taxed there, from `placeOfTax`; absent: it goes there. An export is not taxed. */
  because?: PlaceReason;
  /** Where the goods come from and go to, for the reverse charge. */
  from?: TaxPlace;
  to?: TaxPlace;
  /** The buyer's certificates and VAT number. */
  buyer?: TaxedBuyer;
  /** Where the book's prices contain another place's tax: whether the net or the gross price stays. */
  home?: { place: TaxPlace; policy: 'net_stays' | 'gross_stays' };
}

export interface BasketShipping extends ShippingCharge {
  /** Absent: taxed as the goods are, by their value (PRC-32). */
  taxClass?: string;
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
  /** What the one piece of the line weighs, in thousandths of a kilogram: its price is of a kilogram (PRC-107). Absent: it is not priced by weight apart. */
  weightMilli?: number;
  override?: PriceOverride;
}
