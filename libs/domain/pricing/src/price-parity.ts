import { scaleRounded } from '@oneshelf/domain-kernel';
import type { BasketInput } from './basket-input';
import type { PriceBook } from './price-book';
import { shelfQuote } from './shelf-price';

/** Why a place asks for another price than the book: what it last took, or what became of the last try to tell it. */
export type DriftCause = 'old_book' | 'unknown_book' | 'push_failed' | 'not_acknowledged' | 'other_price' | 'by_hand';

/** What is known of a place that shows prices by itself. */
export interface PlaceState {
  /** The version that it holds, and whether such a book ever was; absent: it holds none, as a marketplace. */
  book?: { version: string; isKnown: boolean };
  /** The last try to tell it the price; absent: nothing is told. */
  push?: 'failed' | 'waiting' | 'acknowledged';
}

/** Null: not for sale. Undefined: nobody knows what the place asks. */
export type AskedMinor = number | null | undefined;

/** The cause of a drift, null where there is none (PRC-89, PRC-90): `asked` by the place, `expected` by the live book. */
export function driftCause({ expected, asked }: { expected: number | null; asked: AskedMinor }, { book, push }: PlaceState, liveVersion: string): DriftCause | null {
  if (book && !book.isKnown) return 'unknown_book';
  if (asked === undefined || asked === expected) return null;
  if (book) return book.version === liveVersion ? 'other_price' : 'old_book';
  if (push === 'failed') return 'push_failed';
  return push === 'waiting' ? 'not_acknowledged' : 'other_price';
}

/** What makes a shelf price: the book, by which part of its scope, and the promotions. */
export interface ShelfReason {
  priceMinor: number;
  listUnitMinor: number;
  bookId: string;
  bookName: string;
  /** The closest part of the book's scope: `store_book`, `event_book`, … */
  because: string;
  promotions: { promotionId: string; name: string; amountMinor: number }[];
}

/** Why a variant costs what it costs on a shelf (PRC-91); null where it is not for sale. */
export function shelfReason(context: Omit<BasketInput, 'lines'>, variantId: string, book: PriceBook): ShelfReason | null {
  const quote = shelfQuote(context, variantId, book);
  const [line] = quote?.lines ?? [];
  const winner = line?.trace.candidates.find(({ won }) => won);
  if (!quote || !line || !winner) return null;
  const promotions = line.trace.promotions.filter(({ applied }) => applied).map(({ promotionId, name, amountMinor }) => ({ promotionId, name, amountMinor }));
  return { priceMinor: quote.totalMinor, listUnitMinor: line.listUnitMinor, bookId: winner.bookId, bookName: winner.name, because: winner.because, promotions };
}

export interface PriceSpread {
  minMinor: number;
  maxMinor: number;
  /** Of the lowest price: 10.00 and 12.00 are 2000. Null where the lowest is zero and the highest is not. */
  spreadBasisPoints: number | null;
}

/** How far apart the prices of one variant are (PRC-92); null where it is nowhere for sale. */
export function priceSpread(prices: readonly (number | null)[]): PriceSpread | null {
  let [minMinor, maxMinor] = [Infinity, -Infinity];
  for (const price of prices) {
    if (price === null) continue;
    if (price < minMinor) minMinor = price;
    if (price > maxMinor) maxMinor = price;
  }
  if (minMinor === Infinity) return null;
  if (minMinor === 0) return { minMinor, maxMinor, spreadBasisPoints: maxMinor === 0 ? 0 : null };
  return { minMinor, maxMinor, spreadBasisPoints: scaleRounded(maxMinor - minMinor, { numerator: 10_000, denominator: minMinor }, 'half_up') };
}
