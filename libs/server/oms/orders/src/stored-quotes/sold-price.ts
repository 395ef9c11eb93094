import type { BasketInput } from '@oneshelf/domain-pricing';

/** A line that was sold at a price that may be another than the book's of that moment. */
export interface SoldPrice {
  orderId: string;
  lineId: string;
  number: string;
  channelCode: string;
  locationId: string | null;
  placedAt: Date;
  bookVersion: string;
  basket: BasketInput;
  variantId: string;
  /** Of one unit, before promotions. */
  unitMinor: number;
  /** Who set it by hand and why; null: the book of `bookVersion` did. */
  byHand: { by: string; reason: string } | null;
  /** The release that was live when it was sold; null: none was. */
  liveRelease: number | null;
}

export interface SoldRange {
  marketCode: string;
  from: Date;
  to: Date;
  /** At most so many, the latest first. */
  take: number;
}

/** The releases of a market, as the caller read them: orders do not know when prices went live. */
export interface ReleaseMoments {
  numbers: number[];
  at: Date[];
}
