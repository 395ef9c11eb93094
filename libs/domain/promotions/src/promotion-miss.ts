import type { WeeklyHours } from './promotion';

/** A promotion that took something off. */
export interface Winner {
  promotionId: string;
  name: string;
  amountMinor: number;
}

/** Why a promotion took nothing off, with the figures that a person needs to see. Amounts in minor units. */
export type MissReason =
  | { kind: 'other_channel'; channelCodes: string[] }
  | { kind: 'other_store'; locationIds: string[] }
  | { kind: 'not_started'; startsAt: string }
  | { kind: 'ended'; endsAt: string }
  | { kind: 'outside_hours'; hours: WeeklyHours[] }
  | { kind: 'other_customer_group'; customerGroups: string[] }
  | { kind: 'coupon_missing' }
  /** `uses`: what it is limited to. */
  | { kind: 'usage_limit_reached'; uses: number | null; usesPerCustomer: number | null }
  /** What is left of it is less than what the promotion would take off. */
  | { kind: 'budget_spent'; budgetMinor: number; leftMinor: number }
  | { kind: 'code_used' }
  | { kind: 'spend_too_low'; haveMinor: number; needMinor: number; missingMinor: number }
  /** In thousandths. */
  | { kind: 'quantity_too_low'; haveMilli: number; needMilli: number }
  | { kind: 'other_loyalty_tier'; tiers: string[] }
  /** `have`: the how-manieth order it is; null: not known. */
  | { kind: 'other_order_number'; have: number | null; from: number; to: number | null }
  | { kind: 'bought_too_little'; haveMinor: number; needMinor: number; missingMinor: number }
  | { kind: 'other_payment_method'; methods: string[] }
  | { kind: 'other_destination'; countries: string[] }
  /** The basket holds nothing that it means. */
  | { kind: 'no_matching_line' }
  /** Of an attribute that it asks for the basket has other values, or none. */
  | { kind: 'other_attribute'; wanted: { name: string; value: string }[]; have: { name: string; value: string }[] }
  | { kind: 'nothing_shipped' }
  | { kind: 'other_shipping_method'; methodIds: string[] }
  /** A deal of units: so many that it could use, so many that it takes. */
  | { kind: 'too_few_units'; haveUnits: number; needUnits: number }
  /** The lowest step; in thousandths or minor units. */
  | { kind: 'step_not_reached'; by: 'quantity' | 'spend'; have: number; need: number }
  | { kind: 'beaten'; by: Winner[]; wouldTakeMinor: number }
  | { kind: 'excluded_by_group'; group: string; by: Winner[]; wouldTakeMinor: number }
  | { kind: 'excluded_by_exclusive'; by: Winner[]; wouldTakeMinor: number }
  /** Others took all that there was. */
  | { kind: 'nothing_left' }
  /** What is left may not be reduced further. */
  | { kind: 'at_floor' }
  /** It would save nothing: a bundle that costs no more than its parts, an amount of zero. */
  | { kind: 'saves_nothing' };

export type PromotionMiss = { promotionId: string; name: string } & MissReason;
