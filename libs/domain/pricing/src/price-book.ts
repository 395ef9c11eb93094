import type { Attributes, LaneModes, Promotion } from '@oneshelf/domain-promotions';
import type { PostcodeRange } from '@oneshelf/domain-tax';

/**
 * All that pricing needs to know of one market at one release: immutable, published, and the same in the till and on the
 * server. `version` names it ("GB:12"); the same version always gives the same quote.
 */
export interface PriceBook {
  version: string;
  marketCode: string;
  currency: string;
  /** True where shelf prices contain the tax. */
  taxInclusive: boolean;
  books: ScopedBook[];
  promotions: Promotion[];
  /** How the promotions of each lane get on; absent: the best deal in each. */
  lanes?: LaneModes;
  taxRates: TaxRate[];
  /** By variant id. */
  variants: Record<string, VariantFacts>;
}

/** One price book of the merchandiser: prices for the customers, places and channels that its scope names. */
export interface ScopedBook {
  bookId: string;
  name: string;
  /** Every part that is named must fit the basket; the more closely a scope is drawn, the sooner its book counts (PRC-2). */
  channelCode: string | null;
  locationId: string | null;
  customerId?: string;
  customerGroup?: string;
  /** Further groups that the buyer must be in as well, such as the members of a company who are dealers. */
  alsoCustomerGroups?: string[];
  priceZone?: string;
  region?: string;
  /** A time-boxed occasion: a pop-up, a sale, a member evening. */
  isEvent?: boolean;
  /** A sale of what is asked otherwise: it counts only where it is lower, and what is asked otherwise is the price before (PRC-22). */
  isReduction?: boolean;
  priority: number;
  /** ISO instants; from inclusive, to exclusive. */
  activeFrom: string | null;
  activeTo: string | null;
  /** Release in which it was last published: the later wins where all else is equal. */
  release: number;
  /** Minor units of one unit (1000 thousandths), by variant id; by quantity where it is a list of tiers. */
  prices: Record<string, number | PriceTier[]>;
  /** Prices that are published and not asked yet, in the order in which they become the book's own (PRC-70). Absent: none. */
  coming?: ComingPrices[];
}

/** Takes the place of what its book says of these variants from a moment on, on a till without a network too. */
export interface ComingPrices {
  /** The version of a book that was scheduled. */
  turnId: string;
  /** An instant, or a time on the basket's own clock: '2026-11-23T00:00' (PRC-72). */
  from: string;
  /** The clock of baskets that have none; named where `from` is a local time. */
  timeZone?: string;
  /** Null: the book has no price of it any more. */
  prices: Record<string, number | PriceTier[] | null>;
}

/** The price of each unit from a quantity on, in ascending order of `fromMilli`. */
export interface PriceTier {
  fromMilli: number;
  /** The greatest quantity that it is for; absent: there is none. */
  toMilli?: number;
  unitMinor: number;
}

export interface TaxRate {
  country: string;
  taxClass: string;
  name: string;
  /** 2000 is 20 %. */
  rateBasisPoints: number;
  validFrom: string;
  validTo: string | null;
  /** A part of the country only; absent: all of it. */
  region?: string;
  postcodes?: PostcodeRange[];
  /** Rates of different layers add up; absent: the country's. */
  layer?: string;
  /** Where basis points are too coarse. */
  ratePpm?: number;
  isCompound?: boolean;
}

export interface VariantFacts {
  taxClass: string;
  collectionIds: string[];
  productId?: string;
  /** Such as colour or brand: those that a promotion of the book asks for. */
  attributes?: Attributes;
  /** No promotion takes a unit below this: a minimum advertised price or a cost floor. */
  floorUnitMinor?: number;
}
