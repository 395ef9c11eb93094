import type { PriceSheet, SaveDraftRequest } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import type { SheetInput } from './sheet-store';
import { sheetText } from './sheet-text';
import type { ColumnKind, ColumnValues, SheetChange, SheetColumn } from './sheet-types';

/** Translated headers of the frozen columns, and who reads. */
export interface MarketSheetWords {
  readonly locale: string;
  readonly sku: string;
  readonly product: string;
  readonly cost: string;
  readonly margin: string;
}

// The most that one SaveDraftRequest takes.
const CHANGES_PER_REQUEST = 10_000;

/**
 * The sheet of a market as the engine takes it: one column a price book (its id is the column's), and the margin of
 * the first book beside the cost. Cost is in the market's currency.
 */
export function marketSheet(sheet: PriceSheet, words: MarketSheetWords): SheetInput {
  const fractionDigits = minorUnitDigits(sheet.currency);
  const column = (columnId: string, title: string, kind: ColumnKind): SheetColumn => ({
    columnId, title, kind, currency: sheet.currency, fractionDigits, editable: kind === 'price', taxInclusive: sheet.taxInclusive,
  });
  const first = sheet.columns[0];
  const margin = first ? [{ ...column('margin', words.margin, 'margin'), ofColumnId: first.bookId }] : [];
  return {
    rows: sheet.rows,
    columns: [
      column('sku', words.sku, 'sku'), column('title', words.product, 'title'), column('cost', words.cost, 'cost'), ...margin,
      ...sheet.columns.map((book) => column(book.bookId, book.name, 'price')),
    ],
    values: Object.fromEntries(sheet.columns.map((book, index) => [book.bookId, valuesOf(sheet, index)])),
    costCurrency: sheet.currency,
    text: sheetText(words.locale),
  };
}

/** One save: the book whose draft it goes to, and the body. */
export interface DraftSave {
  readonly bookId: string;
  readonly changes: readonly SheetChange[];
  readonly request: SaveDraftRequest;
}

/** Changes of a sheet as requests: one or more a book, none larger than a request may be. */
export function draftSaves(changes: readonly SheetChange[]): DraftSave[] {
  const byBook = new Map<string, SheetChange[]>();
  for (const change of changes) {
    const known = byBook.get(change.columnId);
    if (known) known.push(change);
    else byBook.set(change.columnId, [change]);
  }
  return [...byBook].flatMap(([bookId, all]) =>
    Array.from({ length: Math.ceil(all.length / CHANGES_PER_REQUEST) }, (_, part) => {
      const some = all.slice(part * CHANGES_PER_REQUEST, (part + 1) * CHANGES_PER_REQUEST);
      return { bookId, changes: some, request: { changes: some.map(({ variantId, amountMinor }) => ({ variantId, amountMinor })) } };
    }));
}

/** A row says only what its draft changes; everything else is as live. */
function valuesOf(sheet: PriceSheet, column: number): ColumnValues {
  const liveMinor = sheet.rows.map((row) => row.live[column] ?? null);
  const draftMinor = sheet.rows.map((row, index) => {
    const change = row.draft.find((other) => other.column === column);
    return change ? change.amountMinor : (liveMinor[index] ?? null);
  });
  return { liveMinor, draftMinor };
}
