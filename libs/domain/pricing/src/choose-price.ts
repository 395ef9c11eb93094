import { instantMs, invariant } from '@oneshelf/domain-kernel';
import { priceAfter, turnedAt } from './coming-prices';
import type { ComingPrices, PriceBook, PriceTier, ScopedBook } from './price-book';
import type { LineTrace } from './quote';
import { closeness, holds, scopeReason, type PriceContext, type ScopeReason } from './scope-of-book';

export type PriceReason =
  | ScopeReason
  | 'lower_precedence' | 'wider_window' | 'lower_priority' | 'earlier_release' | 'later_id' | 'not_lower'
  | ClosedReason;

export type PriceCandidate = LineTrace['candidates'][number];

/** The books of one context in order of precedence, with what their windows say at the instant. */
export type RankedBooks = readonly { book: RankedBook; inactive: 'not_active_yet' | 'no_longer_active' | null; turned: readonly ComingPrices[] }[];

export interface RankedBook {
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
  return scopedTo(book, context).map((ranked) => ({
    book: ranked, inactive: ranked.fromMs > at ? 'not_active_yet' : ranked.toMs <= at ? 'no_longer_active' : null, turned: turnedAt(ranked.book, at, context.timeZone),
  }));
}

/** Every book that prices the variant, the winner first. No winner: empty, or only candidates that did not win. */
export function choosePrice(ranked: RankedBooks, variantId: string, quantityMilli: number): PriceCandidate[] {
  const offers = offersOf(ranked, variantId, quantityMilli);
  const winner = winnerOf(offers);
  const candidates = offers.filter((offer) => offer !== winner).map((offer) => candidateOf(offer, offer.closed ?? lostTo(winner, offer)));
  return winner ? [candidateOf(winner, scopeReason(winner.book.book), true), ...candidates] : candidates;
}

export interface ChosenPrice {
  book: ScopedBook;
  /** What the book says of the variant: one price or its tiers. */
  price: number | PriceTier[];
  unitMinor: number;
  /** The first book that is no reduction, where there is one: what is asked otherwise. */
  full: { book: ScopedBook; unitMinor: number } | null;
}

/** The same choice for whoever needs no reasons. */
export function chosenPrice(ranked: RankedBooks, variantId: string, quantityMilli: number): ChosenPrice | null {
  const offers = offersOf(ranked, variantId, quantityMilli);
  const winner = winnerOf(offers);
  const full = offers.find(isFull);
  return winner ? { book: winner.book.book, price: winner.price, unitMinor: winner.unitMinor, full: full ? { book: full.book.book, unitMinor: full.unitMinor } : null } : null;
}

/** What a book says of the variant, in order of precedence; closed where it does not count now or for this quantity. */
interface Offer {
  book: RankedBook;
  price: number | PriceTier[];
  unitMinor: number;
  closed: ClosedReason | null;
}

type ClosedReason = 'not_active_yet' | 'no_longer_active' | 'quantity_too_low' | 'quantity_too_high';

function offersOf(ranked: RankedBooks, variantId: string, quantityMilli: number): Offer[] {
  const offers: Offer[] = [];
  for (const { book, inactive, turned } of ranked) {
    const price = priceAfter(book.book, turned, variantId);
    if (price === undefined) continue;
    const { unitMinor, missed } = unitPriceOf(price, quantityMilli);
    invariant(Number.isSafeInteger(unitMinor) && unitMinor >= 0, `price book ${book.book.bookId}: ${unitMinor} is no price of ${variantId}`);
    offers.push({ book, price, unitMinor, closed: inactive ?? missed });
  }
  return offers;
}

/** The first that is open; a reduction only below what is asked otherwise, so that nobody pays more because of a sale (PRC-22). */
function winnerOf(offers: readonly Offer[]): Offer | undefined {
  const full = offers.find(isFull);
  return offers.find((offer) => offer === full || (offer.closed === null && (!full || offer.unitMinor < full.unitMinor)));
}

const isFull = ({ book, closed }: Offer): boolean => closed === null && book.book.isReduction !== true;

const candidateOf = ({ book, unitMinor }: Offer, because: PriceReason, won = false): PriceCandidate => ({ bookId: book.book.bookId, name: book.book.name, amountMinor: unitMinor, won, because });

/** The price of a unit at this quantity; where no tier is for it, the nearest one's and why it is not. */
function unitPriceOf(price: number | PriceTier[], quantityMilli: number): { unitMinor: number; missed: 'quantity_too_low' | 'quantity_too_high' | null } {
  const reached = unitPriceAt(price, quantityMilli);
  const tooLow = typeof price === 'number' || quantityMilli < (price[0]?.fromMilli ?? 0);
  const unitMinor = reached ?? (typeof price === 'number' ? price : (price.at(tooLow ? 0 : -1)?.unitMinor ?? -1));
  return { unitMinor, missed: reached !== null ? null : tooLow ? 'quantity_too_low' : 'quantity_too_high' };
}

/** The unit price at this quantity (PRC-16); null where no tier is for it. */
export const unitPriceAt = (price: number | readonly PriceTier[], quantityMilli: number): number | null =>
  typeof price === 'number' ? price : (tierAt(price, quantityMilli)?.unitMinor ?? null);

/** The tier with the greatest `fromMilli` that the quantity reaches and does not exceed. */
export const tierAt = (tiers: readonly PriceTier[], quantityMilli: number): PriceTier | null =>
  tiers.reduce<PriceTier | null>((best, next) => (isFor(next, quantityMilli) && (!best || next.fromMilli > best.fromMilli) ? next : best), null);

const isFor = ({ fromMilli, toMilli }: PriceTier, quantityMilli: number): boolean => fromMilli <= quantityMilli && (toMilli === undefined || quantityMilli <= toMilli);

function scopedTo(book: PriceBook, context: PriceContext): RankedBook[] {
  const byContext = rankedBooks.get(book) ?? new Map<string, RankedBook[]>();
  rankedBooks.set(book, byContext);
  const { channelCode, locationId, priceZone, region, buyer } = context;
  const key = JSON.stringify([channelCode, locationId, priceZone, region, buyer?.customerId, buyer?.customerGroups]);
  const known = byContext.get(key);
  if (known) return known;
  const ranked = inOrder(book.books.filter((scoped) => holds(scoped, context)));
  // Customers come and go: what was ranked for the ones before is dropped before it fills the memory.
  if (byContext.size >= 1000) byContext.clear();
  byContext.set(key, ranked);
  return ranked;
}

/** Books by precedence, whatever the context: which of them hold it changes nothing in their order. */
export function inOrder(books: readonly ScopedBook[]): RankedBook[] {
  const ranked = books.map((book) => ({
    book, closeness: closeness(book),
    fromMs: book.activeFrom === null ? -Infinity : instantMs(book.activeFrom),
    toMs: book.activeTo === null ? Infinity : instantMs(book.activeTo),
  }));
  return ranked.sort((a, b) => order.reduce((found, { compare }) => found || compare(a, b), 0));
}

/** Total: two books never share an id, so no pair is equal. Each step names why the later book lost. */
const order: readonly { reason: PriceReason; compare: (a: RankedBook, b: RankedBook) => number }[] = [
  { reason: 'lower_precedence', compare: (a, b) => b.closeness - a.closeness },
  { reason: 'wider_window', compare: (a, b) => compareNumbers(a.toMs - a.fromMs, b.toMs - b.fromMs) },
  { reason: 'lower_priority', compare: (a, b) => b.book.priority - a.book.priority },
  { reason: 'earlier_release', compare: (a, b) => b.book.release - a.book.release },
  { reason: 'later_id', compare: (a, b) => (a.book.bookId < b.book.bookId ? -1 : 1) },
];

/** A reduction stands before the winner only where it was not lower. */
function lostTo(winner: Offer | undefined, { book }: Offer): PriceReason {
  if (!winner) return 'not_lower';
  const lost = order.find(({ compare }) => compare(winner.book, book) !== 0);
  return !lost || lost.compare(winner.book, book) > 0 ? 'not_lower' : lost.reason;
}

// Two open ends are Infinity each, whose difference is NaN.
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
