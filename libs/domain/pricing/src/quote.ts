import type { ManualTrace } from '@oneshelf/domain-promotions';
import type { PriceOverride } from './basket-input';

/** A priced basket. Every amount is an integer of minor units; `totalMinor` is what the customer pays, tax included. */
export interface Quote {
  currency: string;
  taxInclusive: boolean;
  bookVersion: string;
  engineVersion: string;
  pricedAt: string;
  lines: QuoteLine[];
  discounts: QuoteDiscount[];
  /** Promotions of the whole basket: what applied first, then what did not and why. */
  promotions: PromotionTrace[];
  taxes: QuoteTax[];
  /** Absent where nothing is shipped; the sums count it. */
  shipping?: QuoteShipping[];
  /** Absent where there is none. */
  manualDiscounts?: ManualTrace[];
  /** Sum of lines and shipping before discounts. */
  listMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
}

export interface QuoteLine {
  lineId: string;
  variantId: string;
  quantityMilli: number;
  /** As in the basket: then `listUnitMinor` is of a kilogram. */
  weightMilli?: number;
  listUnitMinor: number;
  listMinor: number;
  discountMinor: number;
  /** Paid for the line, tax included. */
  totalMinor: number;
  taxMinor: number;
  /** What the price changed by because another rate than the book's applies, or none; absent: nothing. */
  taxAdjustmentMinor?: number;
  taxClass: string;
  taxRateBasisPoints: number;
  /** The line's share frozen per unit: refunds give back exactly these. One entry for a quantity that is not whole. */
  units: UnitShare[];
  trace: LineTrace;
}

export interface UnitShare {
  /** 1, 2, 3 … within the line. */
  unit: number;
  quantityMilli: number;
  totalMinor: number;
  discountMinor: number;
  taxMinor: number;
}

export interface QuoteShipping {
  chargeId: string;
  methodId: string;
  listMinor: number;
  discountMinor: number;
  /** Paid for it, tax included. */
  totalMinor: number;
  taxMinor: number;
  /** As `taxAdjustmentMinor` of a line. */
  taxAdjustmentMinor?: number;
  /** What was taken off it, and by which promotion; those that did not apply stand in the quote. */
  promotions: PromotionTrace[];
}

export interface QuoteDiscount {
  promotionId: string;
  name: string;
  amountMinor: number;
}

/** One rate of one country on the document: net + tax = gross. */
export interface QuoteTax {
  country: string;
  taxClass: string;
  name: string;
  rateBasisPoints: number;
  netMinor: number;
  taxMinor: number;
  grossMinor: number;
  /** Where several levy on one line: who. Absent: the country. */
  jurisdiction?: string;
  /** Where basis points are too coarse. */
  ratePpm?: number;
}

/** What became of one promotion; `have` and `need` where a condition is about more. `because` is a PromotionReason. */
export interface PromotionTrace {
  promotionId: string;
  name: string;
  applied: boolean;
  amountMinor: number;
  because: string;
  have?: number;
  need?: number;
}

/** Why this line costs what it costs. */
export interface LineTrace {
  /** Every book that had a price for it, the winner first, then by precedence. */
  candidates: { bookId: string; name: string; amountMinor: number; won: boolean; because: string }[];
  promotions: PromotionTrace[];
  /** Discounts by hand that took something off this line. */
  manual?: ManualTrace[];
  /** The unit price was set by hand; what the books say stands among the candidates. */
  override?: PriceOverride;
  tax: { name: string; rateBasisPoints: number; because: string };
}

export type QuoteRefusal =
  | { kind: 'no_price'; lineId: string; variantId: string }
  | { kind: 'no_tax_rate'; lineId: string; taxClass: string; country: string }
  | { kind: 'unknown_variant'; lineId: string; variantId: string }
  | { kind: 'invalid_quantity'; lineId: string; quantityMilli: number }
  | { kind: 'invalid_weight'; lineId: string; weightMilli: number }
  | { kind: 'wrong_currency'; currency: string; expected: string }
  | { kind: 'repeated_line'; lineId: string };
