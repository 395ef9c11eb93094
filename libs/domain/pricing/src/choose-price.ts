import { instantMs, invariant } from '@oneshelf/domain-kernel';
import type { PriceBook, PriceTier, ScopedBook } from './price-book';
import type { LineTrace } from './quote';
import { closeness, holds, scopeReason, type PriceContext, type ScopeReason } from './scope-of-book';

export type PriceReason =
  | ScopeReason
  | 'lower_precedence' | 'wider_window' | 'lower_priority' | 'earlier_release' | 'later_id'
  | 'not_active_yet' | 'no_longer_active' | 'quantity_too_low';

export type PriceCandidate = LineTrace['candidates'][number];

/** The books of one context in order of precedence, with what their windows say at the instant. */
export type RankedBooks = readonly { book: RankedBook; inactive: 'not_active_yet' | 'no_longer_active' | null }[];

interface RankedBook {
  book: ScopedBook;
  closeness: number;
  fromMs: number;
  toMs: number;
}

// A published book never changes: its order is worked out once per context, and forgotten with it.
const rankedBooks = new WeakMap<PriceBook, Map<string, RankedBook[]>>();

/** Books whose scope holds the basket, by precedence (PRC-2): closeness; narrower window; priority; release; id. */
export function rankBooks(book: PriceBook, context: PriceContext): RankedBooks {
  const at = instantMs(context.pricedAt);
  return scopedTo(book, context).map((ranked) => ({ book: ranked, inactive: ranked.fromMs > at ? 'not_active_yet' : ranked.toMs <= at ? 'no_longer_active' : null }));
}

/** Every book that prices the variant, the winner first. No winner: empty, or only candidates that did not win. */
export function choosePrice(ranked: RankedBooks, variantId: string, quantityMilli: number): PriceCandidate[] {
  let winner: RankedBook | undefined;
  const candidates: PriceCandidate[] = [];
  for (const { book, inactive } of ranked) {
    if (!Object.hasOwn(book.book.prices, variantId)) continue;
    const price = priceFor(book.book, variantId, quantityMilli);
    const won = !winner && !inactive && price.reached;
    const because: PriceReason = inactive ?? (!price.reached ? 'quantity_too_low' : winner ? lostTo(winner, book) : scopeReason(book.book));
    const candidate = { bookId: book.book.bookId, name: book.book.name, amountMinor: price.unitMinor, won, because };
    if (won) {
      winner = book;
      candidates.unshift(candidate);
    } else candidates.push(candidate);
  }
  return candidates;
}

/** The price of a unit of the variant at this quantity; below the first tier its price, not reached. */
function priceFor({ bookId, prices }: ScopedBook, variantId: string, quantityMilli: number): { unitMinor: number; reached: boolean } {
  const price = prices[variantId] ?? -1;
  const reached = unitPriceAt(price, quantityMilli);
  const unitMinor = reached ?? (typeof price === 'number' ? price : (price[0]?.unitMinor ?? -1));
  invariant(Number.isSafeInteger(unitMinor) && unitMinor >= 0, `price book ${bookId}: ${unitMinor} is no price of ${variantId}`);
  return { unitMinor, reached: reached !== null };
}

/** The tier with the greatest `fromMilli` that the quantity reaches (PRC-16); null below the first one. */
export function unitPriceAt(price: number | readonly PriceTier[], quantityMilli: number): number | null {
  if (typeof price === 'number') return price;
  return price.reduce<PriceTier | null>((best, next) => (next.fromMilli <= quantityMilli && (!best || next.fromMilli > best.fromMilli) ? next : best), null)?.unitMinor ?? null;
}

function scopedTo(book: PriceBook, context: PriceContext): RankedBook[] {
  const byContext = rankedBooks.get(book) ?? new Map<string, RankedBook[]>();
  rankedBooks.set(book, byContext);
  const { channelCode, locationId, priceZone, region, buyer } = context;
  const key = JSON.stringify([channelCode, locationId, priceZone, region, buyer?.customerId, buyer?.customerGroups]);
  const known = byContext.get(key);
  if (known) return known;
  const ranked = book.books.filter((scoped) => holds(scoped, context)).map((scoped) => ({
    book: scoped, closeness: closeness(scoped),
    fromMs: scoped.activeFrom === null ? -Infinity : instantMs(scoped.activeFrom),
    toMs: scoped.activeTo === null ? Infinity : instantMs(scoped.activeTo),
  }));
  ranked.sort((a, b) => order.reduce((found, { compare }) => found || compare(a, b), 0));
  // Customers come and go: what was ranked for the ones before is dropped before it fills the memory.
  if (byContext.size >= 1000) byContext.clear();
  byContext.set(key, ranked);
  return ranked;
}

/** Total: two books never share an id, so no pair is equal. Each step names why the later book lost. */
const order: readonly { reason: PriceReason; compare: (a: RankedBook, b: RankedBook) => number }[] = [
  { reason: 'lower_precedence', compare: (a, b) => b.closeness - a.closeness },
  { reason: 'wider_window', compare: (a, b) => compareNumbers(a.toMs - a.fromMs, b.toMs - b.fromMs) },
  { reason: 'lower_priority', compare: (a, b) => b.book.priority - a.book.priority },
  { reason: 'earlier_release', compare: (a, b) => b.book.release - a.book.release },
  { reason: 'later_id', compare: (a, b) => (a.book.bookId < b.book.bookId ? -1 : 1) },
];

const lostTo = (winner: RankedBook, book: RankedBook): PriceReason => order.find(({ compare }) => compare(winner, book) !== 0)?.reason ?? 'later_id';

// Two open ends are Infinity each, whose difference is NaN.
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
