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
  promotions: PercentOffCollection[];
  taxRates: TaxRate[];
  /** By variant id. */
  variants: Record<string, VariantFacts>;
}

/** One price book of the merchandiser: prices for a channel, a store, or the whole market. */
export interface ScopedBook {
  bookId: string;
  name: string;
  channelCode: string | null;
  locationId: string | null;
  priority: number;
  /** ISO instants; from inclusive, to exclusive. */
  activeFrom: string | null;
  activeTo: string | null;
  /** Release in which it was last published: the later wins where all else is equal. */
  release: number;
  /** Minor units of one unit (1000 thousandths), by variant id. */
  prices: Record<string, number>;
}

export interface PercentOffCollection {
  promotionId: string;
  name: string;
  collectionId: string;
  /** 1000 is 10 %. */
  percentBasisPoints: number;
  /** Empty: every channel. */
  channelCodes: string[];
  startsAt: string;
  endsAt: string;
}

export interface TaxRate {
  country: string;
  taxClass: string;
  name: string;
  /** 2000 is 20 %. */
  rateBasisPoints: number;
  validFrom: string;
  validTo: string | null;
}

export interface VariantFacts {
  taxClass: string;
  collectionIds: string[];
}
