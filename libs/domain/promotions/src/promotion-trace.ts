import type { ClosedReason } from './standing';
import type { Promotion } from './promotion';

/**
 * What became of one promotion on one line, or on the basket. `amountMinor`: what it took off; where it did not apply, what
 * it would have taken off the line alone, 0 where that cannot be said. `have` and `need`: how much is missing, in minor
 * units or thousandths, where a condition is about more.
 */
export interface PromotionTrace {
  promotionId: string;
  name: string;
  applied: boolean;
  amountMinor: number;
  because: PromotionReason;
  have?: number;
  need?: number;
}

export type PromotionReason =
  /** Applied: won the contest; stood on top of others; alone in its lane. */
  | 'best_deal' | 'stacked' | 'exclusive'
  /** Open, yet beaten; shut out by an exclusive one; with too few units for a deal or nothing left to take off. */
  | 'better_deal_applies' | 'exclusive_applies' | 'nothing_to_reduce'
  | ClosedReason;

export const traceOf = ({ promotionId, name }: Promotion, { applied, amountMinor, because }: Pick<PromotionTrace, 'applied' | 'amountMinor' | 'because'>): PromotionTrace =>
  ({ promotionId, name, applied, amountMinor, because });
