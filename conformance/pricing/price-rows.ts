import { decimalToMinor, minorUnitDigits } from '@oneshelf/domain-kernel';
import type { PriceTier, ScopedBook } from '@oneshelf/domain-pricing';

type Amount = number | string | { value: string };

export interface PriceRow {
  id?: string;
  price_set_id?: string;
  currency_code: string;
  amount: Amount;
  min_quantity?: number | null;
  max_quantity?: number | null;
  /** Attribute of the context and the values that it may have; all must fit. */
  rules?: Record<string, string | string[]>;
}

export interface PriceList {
  type: 'sale' | 'override';
  status: string;
  rules?: Record<string, string | string[]>;
  prices: PriceRow[];
  starts_at?: string | null;
  ends_at?: string | null;
}

export interface PriceSource {
  rows: PriceRow[];
  /** Absent: prices of always, outside of any list. */
  list?: PriceList;
}

/** A book of ours with what the case calls it. */
export interface MappedBook {
  book: ScopedBook;
  listType: PriceList['type'] | null;
  rules: number;
}

type Scope = Record<string, string>;

/**
 * The rows of one currency as scoped books: rows of one scope are one book, and their quantities its tiers. A region is a
 * region; any other attribute is a customer group that the buyer is in. A list is an event; of type sale, a reduction.
 * A scope of several values is a book for each combination of them.
 */
export function booksOf({ rows, list }: PriceSource, currency: string, name: string): MappedBook[] {
  const books = new Map<string, MappedBook>();
  for (const row of rows.filter((each) => each.currency_code.toUpperCase() === currency)) {
    const own = Object.keys(row.rules ?? {}).length;
    for (const scope of combinations(list?.rules ?? {}, row.rules ?? {})) {
      const key = `${name} ${own} ${JSON.stringify(scope)}`;
      const mapped = books.get(key) ?? { book: scopedBook({ bookId: key, scope, own }, list), listType: list?.type ?? null, rules: own + Object.keys(list?.rules ?? {}).length };
      books.set(key, mapped);
      addPrice(mapped.book, row, currency);
    }
  }
  return [...books.values()];
}

function scopedBook({ bookId, scope, own }: { bookId: string; scope: Scope; own: number }, list: PriceList | undefined): ScopedBook {
  const { region_id: region, ...groups } = scope;
  return {
    bookId, name: bookId, channelCode: null, locationId: null, release: 1, prices: {},
    // Of one list, the row that has conditions of its own goes before the ones that have the list's alone.
    priority: own,
    ...(region === undefined ? {} : { region }), alsoCustomerGroups: Object.entries(groups).map(([attribute, value]) => groupName(attribute, value)),
    ...(list ? { isEvent: true, isReduction: list.type === 'sale' } : {}),
    activeFrom: list?.starts_at ?? null, activeTo: list?.ends_at ?? null,
  };
}

export const groupName = (attribute: string, value: string): string => `${attribute}:${value}`;

function addPrice(book: ScopedBook, row: PriceRow, currency: string): void {
  const variantId = row.price_set_id ?? '';
  const unitMinor = minorOf(row.amount, currency);
  const known = book.prices[variantId];
  if (row.min_quantity == null && row.max_quantity == null && known === undefined) {
    book.prices[variantId] = unitMinor;
    return;
  }
  const tiers: PriceTier[] = known === undefined ? [] : typeof known === 'number' ? [{ fromMilli: anyQuantity, unitMinor: known }] : known;
  tiers.push({ fromMilli: row.min_quantity == null ? anyQuantity : milli(row.min_quantity), unitMinor, ...(row.max_quantity == null ? {} : { toMilli: milli(row.max_quantity) }) });
  book.prices[variantId] = tiers.sort((a, b) => a.fromMilli - b.fromMilli);
}

/** The least quantity that there is: a row without one is for any. */
export const anyQuantity = 1;

export const milli = (quantity: number): number => read(String(quantity), 3);

export const minorOf = (amount: Amount, currency: string): number => read(typeof amount === 'object' ? amount.value : String(amount), minorUnitDigits(currency));

function read(text: string, digits: number): number {
  const result = decimalToMinor(text, { digits, mode: 'exact' });
  if (!result.ok) throw new Error(`${text}: ${result.refusal.kind}`);
  return result.value;
}

/** Each way to meet both sets of conditions; an attribute that both name must be of a value that both allow. */
function combinations(first: Record<string, string | string[]>, second: Record<string, string | string[]>): Scope[] {
  let scopes: Scope[] = [{}];
  for (const attribute of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const allowed = [first[attribute], second[attribute]].filter((values) => values !== undefined).map((values) => [values].flat());
    const values = (allowed[0] ?? []).filter((value) => allowed.every((each) => each.includes(value)));
    scopes = scopes.flatMap((scope) => values.map((value) => ({ ...scope, [attribute]: value })));
  }
  return scopes;
}
