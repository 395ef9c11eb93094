import type { PriceSheet } from '@oneshelf/contracts';
import type { Book } from '../book.repository';
import { isForAll } from '../book-settings';
import type { BookPrices } from '../derive-prices/derive-market';
import { partsOfKey } from '../derive-prices/derive-market';

type Column = PriceSheet['columns'][number];

/** A column before the rows are known: the base's prices of a version come with them. */
export interface SheetColumn extends Omit<Column, 'derivation'> {
  derivation: (Omit<NonNullable<Column['derivation']>, 'pinnedMinor'> & { versionId: string | null }) | null;
}

export interface ColumnsInput {
  books: readonly Book[];
  /** By book id: prices set by hand, live or in the draft; only their quantities count here. */
  prices: ReadonlyMap<string, BookPrices>;
  /** By version id: what bases were. */
  pinned: ReadonlyMap<string, BookPrices>;
  versionNumbers: ReadonlyMap<string, number>;
  drafts: ReadonlyMap<string, NonNullable<Column['draft']>>;
}

/** One column a book and quantity: those of the whole market first, then by priority; a derived book has the quantities of its base too. */
export function sheetColumns({ books, prices, pinned, versionNumbers, drafts }: ColumnsInput): SheetColumn[] {
  const ordered = inSheetOrder(books);
  const byId = new Map(books.map((book) => [book.id, book]));
  const tiersOf = (book: Book, steps: number): Set<number> => {
    const from = book.settings.derivedFrom;
    const base = from?.bookId ? byId.get(from.bookId) : undefined;
    const inherited = from?.versionId ? tiersIn(pinned.get(from.versionId)) : base && steps < books.length ? tiersOf(base, steps + 1) : [];
    return new Set([0, ...inherited, ...tiersIn(prices.get(book.id))]);
  };
  const columns = ordered.flatMap((book) => [...tiersOf(book, 0)].sort((a, b) => a - b).map((fromMilli) => ({ book, fromMilli })));
  return columns.map(({ book: { id, settings }, fromMilli }) => {
    const from = settings.derivedFrom;
    const column = from && from.versionId === null ? columns.findIndex((other) => other.book.id === from.bookId && other.fromMilli === fromMilli) : -1;
    return {
      bookId: id, name: settings.name, fromMilli, channelCode: settings.channelCode, locationId: settings.locationId, draft: drafts.get(id) ?? null,
      derivation: from && {
        baseName: from.bookId === null ? null : (byId.get(from.bookId)?.settings.name ?? from.bookId), versionNumber: from.versionId === null ? null : (versionNumbers.get(from.versionId) ?? null),
        formula: from.formula, column: column < 0 ? null : column, versionId: from.versionId,
      },
    };
  });
}

const tiersIn = (prices: BookPrices | undefined): number[] => [...new Set([...(prices?.keys() ?? [])].map((key) => partsOfKey(key).fromMilli))];

/** Those of the whole market first, prices of their own before derived ones, then by priority. */
export const inSheetOrder = (books: readonly Book[]): Book[] =>
  [...books].sort((a, b) => Number(!isForAll(a.settings)) - Number(!isForAll(b.settings)) || Number(a.settings.derivedFrom !== null) - Number(b.settings.derivedFrom !== null) || a.settings.priority - b.settings.priority);
