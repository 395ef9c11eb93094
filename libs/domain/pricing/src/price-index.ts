import { instantMs, invariant } from '@oneshelf/domain-kernel';
import { inOrder, unitPriceAt } from './choose-price';
import type { PriceTier, ScopedBook } from './price-book';
import { holds, type PriceContext } from './scope-of-book';

/** Takes one price: the position of its book in the list that is indexed, the variant, the price. */
export type AddPrice = (bookPosition: number, variantId: string, price: number | PriceTier[]) => void;

/**
 * The prices of hundreds of books by variant, side by side: some six bytes a price, where the objects of a `PriceBook` need a
 * hundred (PRC-24). The book of the highest precedence comes first. Immutable.
 */
export interface PriceIndex {
  /** In order of precedence; a rank is a position in it. */
  readonly ranked: readonly RankedWindow[];
  readonly variants: ReadonlyMap<string, number>;
  /**
   * Of each variant a bit for each book that has a price of it, 32 in a word, and behind them the prices in minor units; −1,
   * −2 … for the first, second … list of tiers. Side by side, because it is the reach into memory that costs.
   */
  readonly records: Int32Array;
  /** Words of bits in a record. */
  readonly words: number;
  /** Where the record of each variant begins. */
  readonly starts: Uint32Array;
  readonly tiers: readonly PriceTier[][];
}

type RankedWindow = ReturnType<typeof inOrder>[number];

/** The books that count for one context at one instant, as bits by rank. */
export interface PriceView {
  readonly index: PriceIndex;
  readonly open: Int32Array;
  readonly reductions: Int32Array;
}

export interface IndexedPrice {
  bookId: string;
  unitMinor: number;
  /** What is asked without any reduction; null where it is sold in a sale alone. */
  fullMinor: number | null;
}

/** The bit of the first rank of a word. */
const FIRST = 1 << 31;
const GREATEST = 2 ** 31 - 1;

/**
 * Indexes the prices that `feed` hands over. It is called twice and says the same both times: first it is marked who prices
 * what, then each price is put in its place, so that no price is held twice.
 */
export function indexPrices(books: readonly ScopedBook[], feed: (add: AddPrice) => void): PriceIndex {
  invariant(books.every(({ coming }) => !coming), 'indexPrices: prices to come are not indexed; quote from the book, or feed what has turned (PRC-70)');
  const ranked = inOrder(books);
  const rankByBook = new Map(ranked.map(({ book }, rank) => [book, rank]));
  const rankAt = Uint32Array.from(books, (book) => rankByBook.get(book) ?? 0);
  const words = Math.ceil(books.length / 32);
  const { variants, bits, fed } = markPrices(feed, { words, rankAt });
  const { records, starts } = emptyRecords(bits, { words, variants: variants.size });
  const tiers: PriceTier[][] = [];
  let number = 0;
  feed((position, variantId, price) => {
    const rank = rankAt[position] ?? 0;
    const start = starts[fed[number] ?? -1] ?? 0;
    number += 1;
    const word = start + (rank >>> 5);
    let at = start + words + onesBefore(records[word] ?? 0, rank & 31);
    for (let before = start; before < word; before += 1) at += ones(records[before] ?? 0);
    if (typeof price !== 'number') records[at] = -tiers.push(price);
    // A price beyond 32 bits is one tier from any quantity on.
    else records[at] = checked(price, variantId) <= GREATEST ? price : -tiers.push([{ fromMilli: 0, unitMinor: price }]);
  });
  return { ranked, variants, records, words, starts, tiers };
}

/** Who prices what, and the variant of each price as it is fed, so that it is looked up once. */
function markPrices(feed: (add: AddPrice) => void, { words, rankAt }: { words: number; rankAt: Uint32Array }): { variants: Map<string, number>; bits: Int32Array; fed: Int32Array } {
  const variants = new Map<string, number>();
  let bits = new Int32Array(1024 * words);
  let fed = new Int32Array(1024);
  let number = 0;
  feed((position, variantId) => {
    let variant = variants.get(variantId);
    if (variant === undefined) {
      variant = variants.size;
      variants.set(variantId, variant);
      if (variants.size * words > bits.length) bits = doubled(bits);
    }
    if (number === fed.length) fed = doubled(fed);
    fed[number] = variant;
    number += 1;
    const rank = rankAt[position] ?? 0;
    const word = variant * words + (rank >>> 5);
    bits[word] = (bits[word] ?? 0) | (FIRST >>> (rank & 31));
  });
  return { variants, bits, fed };
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(values.length * 2);
  twice.set(values);
  return twice;
}

/** The records with their bits set and room for as many prices. */
function emptyRecords(bits: Int32Array, { words, variants }: { words: number; variants: number }): { records: Int32Array; starts: Uint32Array } {
  const starts = new Uint32Array(variants);
  let length = 0;
  for (let variant = 0; variant < variants; variant += 1) {
    starts[variant] = length;
    length += words;
    for (let word = variant * words; word < (variant + 1) * words; word += 1) length += ones(bits[word] ?? 0);
  }
  const records = new Int32Array(length);
  starts.forEach((start, variant) => records.set(bits.subarray(variant * words, (variant + 1) * words), start));
  return { records, starts };
}

function checked(price: number, variantId: string): number {
  // The sentence is only made where it is needed: this runs for every one of millions.
  if (!Number.isSafeInteger(price) || price < 0) invariant(false, `indexPrices: ${price} is no price of ${variantId}`);
  return price;
}

/** Made once for a context and an instant, and good for any number of prices. */
export function viewPrices(index: PriceIndex, context: PriceContext): PriceView {
  const at = instantMs(context.pricedAt);
  const [open, reductions] = [new Int32Array(index.words), new Int32Array(index.words)];
  index.ranked.forEach(({ book, fromMs, toMs }, rank) => {
    if (at < fromMs || at >= toMs || !holds(book, context)) return;
    const [word, bit] = [rank >>> 5, FIRST >>> (rank & 31)];
    open[word] = (open[word] ?? 0) | bit;
    if (book.isReduction) reductions[word] = (reductions[word] ?? 0) | bit;
  });
  return { index, open, reductions };
}

interface Offer {
  rank: number;
  unitMinor: number;
  isReduction: boolean;
}

/** The same winner as `resolvePrice` (PRC-24). */
export function lookUpPrice(view: PriceView, variantId: string, quantityMilli: number): IndexedPrice | null {
  const variant = view.index.variants.get(variantId);
  if (variant === undefined) return null;
  const first = nextOffer(view, { variant, quantityMilli }, 0);
  if (!first?.isReduction) return answer(view, first, first);
  // Sales come before what is asked otherwise, and the first that is below it counts.
  const sales = [first];
  let full = nextOffer(view, { variant, quantityMilli }, first.rank + 1);
  for (; full?.isReduction; full = nextOffer(view, { variant, quantityMilli }, full.rank + 1)) sales.push(full);
  const asked = full?.unitMinor ?? Infinity;
  return answer(view, sales.find(({ unitMinor }) => unitMinor < asked) ?? full, full);
}

function answer({ index }: PriceView, found: Offer | null, full: Offer | null): IndexedPrice | null {
  return found && { bookId: index.ranked[found.rank]?.book.bookId ?? '', unitMinor: found.unitMinor, fullMinor: full ? full.unitMinor : null };
}

/** The book that counts first from a rank on and has a price for this quantity. */
function nextOffer({ index, open, reductions }: PriceView, { variant, quantityMilli }: { variant: number; quantityMilli: number }, fromRank: number): Offer | null {
  const { records, words, starts } = index;
  const start = starts[variant] ?? 0;
  let at = start + words;
  for (let word = 0; word < words; word += 1) {
    const bits = records[start + word] ?? 0;
    const behind = fromRank - word * 32;
    let left = bits & (open[word] ?? 0) & (behind <= 0 ? -1 : behind >= 32 ? 0 : -1 >>> behind);
    while (left !== 0) {
      const place = Math.clz32(left);
      left &= ~(FIRST >>> place);
      const unitMinor = unitAt(index, at + onesBefore(bits, place), quantityMilli);
      if (unitMinor >= 0) return { rank: word * 32 + place, unitMinor, isReduction: ((reductions[word] ?? 0) & (FIRST >>> place)) !== 0 };
    }
    at += ones(bits);
  }
  return null;
}

/** −1 where the price is not for this quantity. */
function unitAt({ records, tiers }: PriceIndex, at: number, quantityMilli: number): number {
  const amount = records[at] ?? -1;
  return amount >= 0 ? amount : (unitPriceAt(tiers[-amount - 1] ?? [], quantityMilli) ?? -1);
}

/** How many bits of a word are set, and how many before a place; a shift by 32 would be one by 0. */
function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const onesBefore = (word: number, place: number): number => (place === 0 ? 0 : ones(word >>> (32 - place)));
