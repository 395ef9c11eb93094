import type { PromotionTrace } from './promotion-trace';

/** What all promotions together do to a basket. */
export interface PromotionOutcome {
  /** Discount of each line, by line id; a line without one is absent. */
  discountMinorByLine: Map<string, number>;
  /** Of each line that a promotion means: what applied first, then by priority and id. */
  traceByLine: Map<string, PromotionTrace[]>;
  /** Promotions of the basket and the shipping that mean something in it, applied or not. */
  basketTrace: PromotionTrace[];
  /** What each promotion took off in all, shipping included, by promotion id. */
  discounts: { promotionId: string; name: string; amountMinor: number }[];
  shippingDiscountMinor: number;
  /** By charge id; a charge without one is absent. */
  discountMinorByCharge: Map<string, number>;
  /** Of each charge that was reduced: what applied, by priority and id. */
  traceByCharge: Map<string, PromotionTrace[]>;
}
