import { entriesOf, pricesOfTurns } from './price-book-entries';
import type { PriceBook } from './price-book';

/**
 * A sum over all that a book says: each price and each variant is hashed by itself and the hashes are added, so that after
 * a change only what changed is hashed again (PRC-76). It finds mistakes, not forgeries. Two numbers of 32 bits.
 */
export interface PriceBookSum {
  low: number;
  high: number;
}

export const sumText = ({ low, high }: PriceBookSum): string => [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');

export function sumOfText(text: string): PriceBookSum | null {
  const [, high = '', low = ''] = /^([0-9a-f]{8})([0-9a-f]{8})$/.exec(text) ?? [];
  return high === '' ? null : { low: parseInt(low, 16), high: parseInt(high, 16) };
}

/** The sum of a whole book. */
export function sumOf(book: PriceBook): PriceBookSum {
  const sum = { low: 0, high: 0 };
  add(sum, frameOf(book));
  for (const { bookId, prices, coming = [] } of book.books) {
    for (const [variantId, price] of entriesOf(prices)) add(sum, priceEntry(bookId, variantId, price));
    for (const [turnId, variantId, price] of pricesOfTurns(coming)) add(sum, priceEntry(`${bookId}/${turnId}`, variantId, price));
  }
  for (const [variantId, facts] of entriesOf(book.variants)) add(sum, priceEntry('variant', variantId, facts));
  return sum;
}

/** Everything but the prices and the variants: little, and hashed as one. */
export function frameOf({ variants: _variants, books, ...rest }: PriceBook): string {
  const heads = books.map(({ prices: _prices, coming, ...head }) => [head, coming?.map(({ prices: _coming, ...turn }) => turn)]);
  return JSON.stringify([rest, heads]);
}

export const priceEntry = (owner: string, variantId: string, value: unknown): string => `${owner}|${variantId}|${typeof value === 'number' ? value : JSON.stringify(value)}`;

export function add(sum: PriceBookSum, entry: string): void {
  const { low, high } = hash(entry);
  sum.low = (sum.low + low) | 0;
  sum.high = (sum.high + high) | 0;
}

export function subtract(sum: PriceBookSum, entry: string): void {
  const { low, high } = hash(entry);
  sum.low = (sum.low - low) | 0;
  sum.high = (sum.high - high) | 0;
}

/** Two multiplicative hashes side by side, mixed at the end. */
function hash(text: string): PriceBookSum {
  let [low, high] = [0x2c1b_3c6d, 0x297a_2d39];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x9e37_79b1);
    high = Math.imul(high ^ code, 0x85eb_ca77);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
  return { low, high };
}
