import type { Condition } from './condition';
import type { LineSelector } from './line-selector';
import type { PromotionLimits } from './promotion-usage';

/** Lanes run one after another, each on what the lanes before it left to pay. */
export type Lane = 'item' | 'basket' | 'shipping';

/**
 * How the promotions of a lane get on (PRM-2, PRM-7). `best_deal`: all compete, the shopper gets the best.
 * `stacking`: by priority one after another, each on what is left; promotions of one group compete with each other.
 */
export type LaneMode = 'best_deal' | 'stacking';

export type LaneModes = Readonly<Record<Lane, LaneMode>>;

/** A published promotion: who gets it, when, on which condition, and what it gives. Immutable. */
export interface Promotion {
  promotionId: string;
  name: string;
  lane: Lane;
  /** Higher goes first where promotions stack; breaks ties where they compete. */
  priority: number;
  /** Applies alone in its lane. */
  exclusive?: boolean;
  /** Of one group at most one applies to a line (item lane) or to the basket. */
  group?: string;
  /** ISO instants; from inclusive, to exclusive. */
  startsAt: string;
  endsAt: string;
  /** Store-local hours of the week in which it runs; absent: always. */
  hours?: WeeklyHours[];
  /** Each empty or absent: all of them. */
  channelCodes: string[];
  locationIds?: string[];
  customerGroups?: string[];
  /** A code is needed: one of these, or, where none is named, a single-use code that the caller has resolved to this promotion. */
  coupon?: { codes: string[] };
  limits?: PromotionLimits | undefined;
  /** All must hold. */
  conditions: Condition[];
  reward: Reward;
}

/** 1 is Monday, 7 is Sunday; minutes of the store's day, from inclusive, to exclusive. */
export interface WeeklyHours {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

/** What is taken off: 1000 basis points are 10 %; an amount; or all above a price. Amounts in minor units. */
export type Discount = { percentBasisPoints: number } | { amountOffMinor: number } | { priceMinor: number };

export type Reward = LinesReward | TiersReward | BuyGetReward | BundleReward | BasketReward | ShippingReward;

/** Item lane: each matching line by itself. `unit`: amounts and prices count for a unit; `line`: once for the line. */
export interface LinesReward {
  kind: 'lines';
  on: LineSelector;
  discount: Discount;
  per: 'unit' | 'line';
  /** At most so many units of each line. */
  maxUnits?: number;
}

/** Quantity breaks and spend tiers: the highest step that the matching lines together reach counts for each of them. */
export interface TiersReward {
  kind: 'tiers';
  on: LineSelector;
  by: 'quantity' | 'spend';
  /** `from` in thousandths of a unit or in minor units, ascending. */
  steps: { from: number; discount: Discount }[];
}

/** Buy so many, get so many for less; the units of both are used up. `buy.quantity` 0: every full set of `get` units. */
export interface BuyGetReward {
  kind: 'buy_get';
  buy: { on: LineSelector; quantity: number };
  get: { on: LineSelector; quantity: number; discount: Discount; which: 'cheapest' | 'dearest' };
  maxTimes?: number;
}

/** These together at one price: a fixed bundle, or mix and match with one part. */
export interface BundleReward {
  kind: 'bundle';
  parts: { on: LineSelector; quantity: number }[];
  priceMinor: number;
  maxTimes?: number;
}

/** Basket lane: once on the sum of the matching lines, shared out to them. */
export interface BasketReward {
  kind: 'basket';
  on: LineSelector;
  discount: Discount;
  /** At most this much off. */
  capMinor?: number;
}

export interface ShippingReward {
  kind: 'shipping';
  discount: Discount;
  /** Empty or absent: every method. */
  methodIds?: string[];
}
