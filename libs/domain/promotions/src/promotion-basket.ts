import type { SelectableLine } from './line-selector';
import type { PromotionUsage } from './promotion-usage';

/** What promotions look at: the lines at list price, who buys, where and when. */
export interface PromotionBasket {
  lines: readonly PromotableLine[];
  /** Absent where nothing is shipped. */
  shipping?: { methodId: string; amountMinor: number };
  channelCode: string;
  locationId: string | null;
  /** ISO instant. */
  at: string;
  buyer: Buyer;
  /** The wall clock where it is sold: 1 is Monday; minutes since midnight. */
  localTime?: { weekday: number; minute: number };
  /** What is used already of promotions that are limited; one that is not named is taken as unused. */
  usage?: readonly PromotionUsage[];
}

export interface PromotableLine extends SelectableLine {
  lineId: string;
  quantityMilli: number;
  /** The line at list price. */
  amountMinor: number;
  /** No promotion takes the line below this: a minimum advertised price, a cost floor. Absent: zero. */
  floorMinor?: number;
}

/** What is known of the buyer. What is not known meets no condition. */
export interface Buyer {
  customerGroups?: string[];
  loyaltyTier?: string;
  /** Orders placed before this one. */
  ordersBefore?: number;
  boughtBeforeMinor?: number;
  paymentMethod?: string;
  /** Two letters, where the goods go. */
  country?: string;
  /** Codes as given, and for a single-use code the promotion that it was found to belong to and whether it was used before. */
  coupons?: { code: string; promotionId?: string; isUsed?: boolean }[];
}
