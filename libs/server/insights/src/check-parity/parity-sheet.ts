import type { ParityPlace, PriceDrift } from '@oneshelf/contracts';
import type { BookedShelfPrice, PriceBook } from '@oneshelf/domain-pricing';
import type { Market } from '@oneshelf/server-organisation';
import type { PricedContext } from './parity-contexts';

/** All prices of a market at an instant, and what places ask instead. */
export interface ParitySheet {
  market: Market;
  at: string;
  moment: 'past' | 'live' | 'coming';
  book: PriceBook;
  groups: string[];
  contexts: PricedContext[];
  variants: { id: string; sku: string; title: string }[];
  /** By context, within it as `variants`. */
  prices: (BookedShelfPrice | null)[][];
  /** The market's own price, as `variants`. */
  plain: (BookedShelfPrice | null)[];
  places: ParityPlace[];
  drifts: PriceDrift[];
}

/** What a drift finder needs of the live prices. */
export type LiveSheet = Omit<ParitySheet, 'places' | 'drifts'>;

export interface FoundDrifts {
  places: ParityPlace[];
  drifts: PriceDrift[];
}

/** A drift with nothing said that was not given. */
export const driftRow = (given: Partial<PriceDrift> & Pick<PriceDrift, 'id' | 'cause' | 'variantId' | 'sku' | 'title' | 'channelCode' | 'placeKind' | 'placeName' | 'expectedMinor' | 'askedMinor'>): PriceDrift => ({
  locationId: null, customerGroup: null, orderId: null, bookVersion: null, at: null, by: null, reason: null, ...given,
});
