import type { ComingPrices, PriceBook, PriceTier, ScopedBook, VariantFacts } from './price-book';
import { changesBetween } from './price-book-entries';

type Frame = Omit<PriceBook, 'version' | 'books' | 'promotions' | 'taxRates' | 'variants'>;

/** What makes one version of a price book into another (PRC-75). Columns beside each other: it travels to every till. */
export interface PriceBookDelta {
  kind: 'delta';
  /** The version that it changes, and the one that it makes. */
  from: string;
  version: string;
  /** Of the book that it makes (PRC-76). */
  checksum: string;
  /** As wholes, where anything in them changed. */
  frame?: Frame;
  promotions?: PriceBook['promotions'];
  taxRates?: PriceBook['taxRates'];
  /** All books of the new version in their order; one that did not change has only its id. */
  books: ScopedBookDelta[];
  variants?: { ids: string[]; values: (VariantFacts | null)[] };
}

export interface ScopedBookDelta {
  bookId: string;
  head?: Omit<ScopedBook, 'prices' | 'coming'>;
  /** Null takes the price out. */
  prices?: { ids: string[]; values: (number | PriceTier[] | null)[] };
  /** The turns that are still to come, by id, and those of them that are new or changed. */
  coming?: { turnIds: string[]; turns: ComingPrices[] };
}

/** From one version to another; `checksum` is the sum of `after`. */
export function diffPriceBooks(before: PriceBook, after: PriceBook, checksum: string): PriceBookDelta {
  const { version, books, promotions, taxRates, variants, ...frame } = after;
  const { version: from, books: oldBooks, promotions: oldPromotions, taxRates: oldRates, variants: oldVariants, ...oldFrame } = before;
  const old = new Map(oldBooks.map((book) => [book.bookId, book]));
  const changedVariants = changesBetween(oldVariants, variants);
  return {
    kind: 'delta', from, version, checksum,
    ...(isSame(oldFrame, frame) ? {} : { frame }), ...(isSame(oldPromotions, promotions) ? {} : { promotions }), ...(isSame(oldRates, taxRates) ? {} : { taxRates }),
    books: books.map((book) => bookDelta(old.get(book.bookId), book)), ...(changedVariants ? { variants: changedVariants } : {}),
  };
}

function bookDelta(before: ScopedBook | undefined, after: ScopedBook): ScopedBookDelta {
  const { prices, coming = [], ...head } = after;
  const { prices: oldPrices = {}, coming: oldComing = [], ...oldHead } = before ?? {};
  const changedPrices = changesBetween(oldPrices, prices);
  const turns = coming.filter((turn) => !oldComing.some((old) => isSame(old, turn)));
  const isComingSame = turns.length === 0 && isSame(oldComing.map(({ turnId }) => turnId), coming.map(({ turnId }) => turnId));
  return {
    bookId: after.bookId, ...(isSame(oldHead, head) ? {} : { head }), ...(changedPrices ? { prices: changedPrices } : {}),
    ...(isComingSame ? {} : { coming: { turnIds: coming.map(({ turnId }) => turnId), turns } }),
  };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
