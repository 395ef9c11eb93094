import type { PriceSheetTable, SaveDraftRequest } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import type { SheetInput } from './sheet-store';
import { sheetText } from './sheet-text';
import type { ColumnKind, ColumnValues, RemoteCell, SheetChange, SheetColumn, SheetRow } from './sheet-types';

/** Translated headers of the frozen columns, and who reads. */
export interface MarketSheetWords {
  readonly locale: string;
  readonly sku: string;
  readonly product: string;
  readonly cost: string;
  readonly margin: string;
  /** Title of the column of prices that are asked elsewhere. */
  reference(source: string, kind: PriceSheetTable['references'][number]['kind']): string;
  /** Title of the column of a book from a quantity on. */
  tier(book: string, fromMilli: number): string;
  /** What a derived book's header says: `List UK −10%, ends .99`. */
  formula(derivation: NonNullable<PriceSheetTable['columns'][number]['derivation']>): string;
}

/** A column that has no price yet: somebody wants to write the first. */
export interface NewTier {
  readonly bookId: string;
  readonly fromMilli: number;
}

// The most that one SaveDraftRequest takes.
const CHANGES_PER_REQUEST = 10_000;

/**
 * The sheet of a market as the engine takes it: one column a price book and quantity, and the margin of the first book
 * beside the cost. Cost is in the market's currency.
 */
export function marketSheet(sheet: PriceSheetTable, words: MarketSheetWords): SheetInput {
  const column = (id: string, title: string, kind: ColumnKind): SheetColumn => plainColumn(sheet, { id, title, kind });
  const first = sheet.columns[0];
  const margin = first ? [{ ...column('margin', words.margin, 'margin'), ofColumnId: first.bookId }] : [];
  const references = sheet.references.map((list) => ({
    ...column(`${list.kind}:${list.source}`, words.reference(list.source, list.kind), 'reference'), referencesMinor: spread(list, sheet.rows.skus.length), ...(first ? { ofColumnId: first.bookId } : {}),
  }));
  return {
    rows: rowsOf(sheet),
    columns: [
      column('sku', words.sku, 'sku'), column('title', words.product, 'title'), column('cost', words.cost, 'cost'), ...margin, ...references,
      ...sheet.columns.map((book) => ({ ...column(columnId(book), titleOf(book, words), 'price'), ...derivationOf(sheet, book, words) })),
    ],
    values: Object.fromEntries(sheet.columns.map((book, index) => [columnId(book), valuesOf(sheet, index)])),
    costCurrency: sheet.currency,
    text: sheetText(words.locale),
  };
}

/** The column of a quantity that the book has no price for yet: somebody wants to write the first. Null where the market has no such book. */
export function tierColumn(sheet: PriceSheetTable, words: MarketSheetWords, tier: NewTier): SheetColumn | null {
  const book = sheet.columns.find((other) => other.bookId === tier.bookId);
  return book ? plainColumn(sheet, { id: columnId(tier), title: titleOf({ ...book, ...tier }, words), kind: 'price' }) : null;
}

const titleOf = (book: { name: string; fromMilli: number }, words: MarketSheetWords): string => (book.fromMilli === 0 ? book.name : words.tier(book.name, book.fromMilli));

function plainColumn({ currency, taxInclusive }: PriceSheetTable, { id, title, kind }: { id: string; title: string; kind: ColumnKind }): SheetColumn {
  return { columnId: id, title, kind, currency, fractionDigits: minorUnitDigits(currency), editable: kind === 'price', taxInclusive };
}

/** The column of a book from a quantity on. */
export const columnId = ({ bookId, fromMilli }: NewTier): string => (fromMilli === 0 ? bookId : `${bookId}@${fromMilli}`);

function derivationOf(sheet: PriceSheetTable, { derivation }: PriceSheetTable['columns'][number], words: MarketSheetWords): Pick<SheetColumn, 'note' | 'derivation'> {
  if (!derivation) return {};
  const base = derivation.column === null ? undefined : sheet.columns[derivation.column];
  return {
    note: words.formula(derivation),
    derivation: { formula: derivation.formula, baseName: derivation.baseName ?? words.cost, baseColumnId: base ? columnId(base) : null, pinnedMinor: derivation.pinnedMinor, isFromCost: derivation.baseName === null },
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
    const { bookId } = placeOf(change.columnId);
    const known = byBook.get(bookId);
    if (known) known.push(change);
    else byBook.set(bookId, [change]);
  }
  return [...byBook].flatMap(([bookId, all]) =>
    Array.from({ length: Math.ceil(all.length / CHANGES_PER_REQUEST) }, (_, part) => {
      const some = all.slice(part * CHANGES_PER_REQUEST, (part + 1) * CHANGES_PER_REQUEST);
      return { bookId, changes: some, request: { changes: some.map((change) => ({ variantId: change.variantId, fromMilli: placeOf(change.columnId).fromMilli, amountMinor: change.amountMinor, sawMinor: change.sawMinor })) } };
    }));
}

function placeOf(column: string): NewTier {
  const [bookId = '', fromMilli = '0'] = column.split('@');
  return { bookId, fromMilli: Number(fromMilli) };
}

function rowsOf({ rows, references }: PriceSheetTable): SheetRow[] {
  const limits = new Map<number, number>();
  for (const list of references.filter(({ kind }) => kind === 'map')) {
    list.rows.forEach((row, index) => limits.set(row, Math.max(limits.get(row) ?? 0, list.amountsMinor[index] ?? 0)));
  }
  return rows.variantIds.map((variantId, row) => ({
    variantId, sku: rows.skus[row] ?? '', title: rows.titles[row] ?? '', costMinor: rows.costsMinor[row] ?? null,
    taxRateBasisPoints: rows.taxRatesBasisPoints[row] ?? 0, mapMinor: limits.get(row) ?? null,
  }));
}

/** Few places of many as one list. */
function spread({ rows, amountsMinor }: { readonly rows: readonly number[]; readonly amountsMinor: readonly (number | null)[] }, length: number): (number | null)[] {
  const list = new Array<number | null>(length).fill(null);
  rows.forEach((row, index) => { list[row] = amountsMinor[index] ?? null; });
  return list;
}

/** The draft names only what it changes; everything else is as live. */
function valuesOf({ live, draft }: PriceSheetTable, column: number): ColumnValues {
  const liveMinor = live[column] ?? [];
  const draftMinor = liveMinor.slice();
  const changes = draft[column];
  changes?.rows.forEach((row, index) => { draftMinor[row] = changes.amountsMinor[index] ?? null; });
  return { liveMinor, draftMinor };
}

/** The cells that others than the reader changed before the sheet was opened. */
export function cellsOfOthers({ columns, rows, draft, authors }: PriceSheetTable): RemoteCell[] {
  return columns.flatMap((book, column) => {
    const changes = draft[column];
    return changes?.rows.flatMap((row, index) => {
      const changedBy = authors[changes.by[index] ?? -1];
      const variantId = rows.variantIds[row];
      return changedBy === undefined || variantId === undefined ? [] : [{ variantId, columnId: columnId(book), amountMinor: changes.amountsMinor[index] ?? null, changedBy, changedAt: new Date((changes.atSeconds[index] ?? 0) * 1000).toISOString() }];
    }) ?? [];
  });
}
