import type { PriceBookList, PriceBookSettings } from '@oneshelf/contracts';
import { closeness } from '@oneshelf/domain-pricing';

type Book = PriceBookList['items'][number];

/** Names of the market's other books that this one comes before, and those that come before it, where one sale fits both (PRC-2). */
export function precedence(settings: PriceBookSettings, bookId: string | null, books: readonly Book[]): { winsOver: string[]; losesTo: string[] } {
  const others = books.filter((book) => book.id !== bookId && canMeet(settings, book.settings));
  const before = others.filter((book) => compare(settings, book.settings) < 0);
  return { winsOver: others.filter((book) => !before.includes(book)).map((book) => book.settings.name), losesTo: before.map((book) => book.settings.name) };
}

/** Above zero: the first comes first. Two that are alike: the later publish counts, and that is the one under work. */
function compare(one: PriceBookSettings, other: PriceBookSettings): number {
  const length = ({ activeFrom, activeTo }: PriceBookSettings) => (activeTo === null ? Number.MAX_VALUE : Date.parse(activeTo)) - (activeFrom === null ? 0 : Date.parse(activeFrom));
  return closenessOf(one) - closenessOf(other) || Math.sign(length(other) - length(one)) || one.priority - other.priority;
}

const closenessOf = ({ channelCode, locationId, customerId, customerGroup, priceZone, region, isEvent, priority, activeFrom, activeTo }: PriceBookSettings): number =>
  closeness({
    bookId: '', name: '', release: 0, prices: {}, channelCode, locationId, priority, activeFrom, activeTo, isEvent,
    ...(customerId === null ? {} : { customerId }), ...(customerGroup === null ? {} : { customerGroup }), ...(priceZone === null ? {} : { priceZone }), ...(region === null ? {} : { region }),
  });

/** No sale has two customers, stores, zones, channels or regions, or is at two times. */
function canMeet(one: PriceBookSettings, other: PriceBookSettings): boolean {
  const parts = ['customerId', 'locationId', 'priceZone', 'channelCode', 'region'] as const;
  if (parts.some((part) => one[part] !== null && other[part] !== null && one[part] !== other[part])) return false;
  const ends = (end: string | null, open: number) => (end === null ? open : Date.parse(end));
  return ends(one.activeFrom, -Infinity) < ends(other.activeTo, Infinity) && ends(other.activeFrom, -Infinity) < ends(one.activeTo, Infinity);
}
