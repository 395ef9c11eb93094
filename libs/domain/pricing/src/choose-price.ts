import { instantMs, invariant } from '@oneshelf/domain-kernel';
import type { BasketInput } from './basket-input';
import type { PriceBook, ScopedBook } from './price-book';
import type { LineTrace } from './quote';

export type PriceReason =
  | 'store_book' | 'channel_book' | 'market_book'
  | 'lower_precedence' | 'lower_priority' | 'earlier_release' | 'later_id'
  | 'not_active_yet' | 'no_longer_active';

export type PriceCandidate = LineTrace['candidates'][number];

/** The books of one context in order of precedence, with what their windows say at the instant. */
export type RankedBooks = readonly { book: ScopedBook; inactive: 'not_active_yet' | 'no_longer_active' | null }[];

interface PreparedBook {
  book: ScopedBook;
  fromMs: number;
  toMs: number;
}

// A published book never changes: its order is worked out once per channel and store, and forgotten with it.
const preparedBooks = new WeakMap<PriceBook, Map<string, PreparedBook[]>>();

/** Books whose scope holds the basket, by precedence (PRC-2): store, channel, market; priority; release; id. */
export function rankBooks(book: PriceBook, input: Pick<BasketInput, 'channelCode' | 'locationId' | 'pricedAt'>): RankedBooks {
  const at = instantMs(input.pricedAt);
  return scopedTo(book, input).map(({ book: scoped, fromMs, toMs }) => ({
    book: scoped,
    inactive: fromMs > at ? 'not_active_yet' : toMs <= at ? 'no_longer_active' : null,
  }));
}

/** Every book that prices the variant, the winner first. No winner: empty, or only candidates that did not win. */
export function choosePrice(ranked: RankedBooks, variantId: string): PriceCandidate[] {
  let winner: ScopedBook | undefined;
  const candidates: PriceCandidate[] = [];
  for (const { book, inactive } of ranked) {
    if (!Object.hasOwn(book.prices, variantId)) continue;
    const amountMinor = book.prices[variantId] ?? -1;
    invariant(Number.isSafeInteger(amountMinor) && amountMinor >= 0, `price book ${book.bookId}: ${amountMinor} is no price of ${variantId}`);
    const won = !winner && !inactive;
    const because: PriceReason = inactive ?? (winner ? lostTo(winner, book) : `${scopeOf(book)}_book`);
    const candidate = { bookId: book.bookId, name: book.name, amountMinor, won, because };
    if (won) {
      winner = book;
      candidates.unshift(candidate);
    } else candidates.push(candidate);
  }
  return candidates;
}

function scopedTo(book: PriceBook, { channelCode, locationId }: Pick<BasketInput, 'channelCode' | 'locationId'>): PreparedBook[] {
  const byContext = preparedBooks.get(book) ?? new Map<string, PreparedBook[]>();
  preparedBooks.set(book, byContext);
  const key = JSON.stringify([channelCode, locationId]);
  const known = byContext.get(key);
  if (known) return known;
  const fits = (scoped: ScopedBook): boolean =>
    (scoped.channelCode === null || scoped.channelCode === channelCode) && (scoped.locationId === null || scoped.locationId === locationId);
  const prepared = book.books.filter(fits).sort(byPrecedence).map((scoped) => ({
    book: scoped,
    fromMs: scoped.activeFrom === null ? -Infinity : instantMs(scoped.activeFrom),
    toMs: scoped.activeTo === null ? Infinity : instantMs(scoped.activeTo),
  }));
  byContext.set(key, prepared);
  return prepared;
}

const ranks = { store: 0, channel: 1, market: 2 };

const scopeOf = (book: ScopedBook): keyof typeof ranks => (book.locationId !== null ? 'store' : book.channelCode !== null ? 'channel' : 'market');

// Total: two books never share an id, so no pair is equal.
const byPrecedence = (a: ScopedBook, b: ScopedBook): number =>
  ranks[scopeOf(a)] - ranks[scopeOf(b)] || b.priority - a.priority || b.release - a.release || (a.bookId < b.bookId ? -1 : 1);

function lostTo(winner: ScopedBook, book: ScopedBook): PriceReason {
  if (scopeOf(winner) !== scopeOf(book)) return 'lower_precedence';
  if (winner.priority !== book.priority) return 'lower_priority';
  return winner.release !== book.release ? 'earlier_release' : 'later_id';
}
