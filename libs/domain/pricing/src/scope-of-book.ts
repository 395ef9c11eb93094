import type { BasketInput } from './basket-input';
import type { ScopedBook } from './price-book';

export type ScopeReason = 'customer_book' | 'event_book' | 'store_book' | 'zone_book' | 'group_book' | 'channel_book' | 'region_book' | 'market_book';

/** The basket's side of a scope. */
export type PriceContext = Pick<BasketInput, 'channelCode' | 'locationId' | 'pricedAt' | 'buyer' | 'priceZone' | 'region' | 'timeZone'>;

/** The parts of a scope, the closest first (DOMAIN.md §2): which fits is asked of all, which is named decides (PRC-2). */
const parts: readonly { reason: ScopeReason; isNamed: (book: ScopedBook) => boolean; fits: (book: ScopedBook, context: PriceContext) => boolean }[] = [
  { reason: 'customer_book', isNamed: (book) => book.customerId !== undefined, fits: (book, { buyer }) => book.customerId === buyer?.customerId },
  { reason: 'event_book', isNamed: (book) => book.isEvent === true, fits: () => true },
  { reason: 'store_book', isNamed: (book) => book.locationId !== null, fits: (book, { locationId }) => book.locationId === locationId },
  { reason: 'zone_book', isNamed: (book) => book.priceZone !== undefined, fits: (book, { priceZone }) => book.priceZone === priceZone },
  { reason: 'group_book', isNamed: (book) => groupsOf(book).length > 0, fits: (book, { buyer }) => groupsOf(book).every((group) => buyer?.customerGroups?.includes(group) === true) },
  { reason: 'channel_book', isNamed: (book) => book.channelCode !== null, fits: (book, { channelCode }) => book.channelCode === channelCode },
  { reason: 'region_book', isNamed: (book) => book.region !== undefined, fits: (book, { region }) => book.region === region },
];

/** True where the basket is within every part of the scope that is named. */
export const holds = (book: ScopedBook, context: PriceContext): boolean => parts.every(({ isNamed, fits }) => !isNamed(book) || fits(book, context));

/** The closest part that is named. */
export const scopeReason = (book: ScopedBook): ScopeReason => parts.find(({ isNamed }) => isNamed(book))?.reason ?? 'market_book';

/** Higher is closer: the named parts as a binary number, the closest part its highest digit; of equals, the one that names more groups (PRC-23). */
export const closeness = (book: ScopedBook): number => parts.reduce((sum, { isNamed }) => sum * 2 + (isNamed(book) ? 1 : 0), 0) * 100 + Math.min(groupsOf(book).length, 99);

function groupsOf({ customerGroup, alsoCustomerGroups = [] }: ScopedBook): string[] {
  return customerGroup === undefined ? alsoCustomerGroups : [customerGroup, ...alsoCustomerGroups];
}
