import { readBlock } from '@oneshelf/domain-inventory';
import type { CellRange } from '../../sheet/cell-position';
import { cellCount } from '../../sheet/cell-selection';
import { formatClipboard, parseClipboard } from '../../sheet/clipboard-text';
import { pasteRange } from '../../sheet/paste-range';
import { cellKey, type GridColumn, type GridRow } from './sheet-edits';
import type { DraftCell, StockDraft } from './stock-draft';

/** The sheet as it is shown: column 0 is the product, the others follow. */
export interface ShownSheet { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumn[]; readonly draft: StockDraft; readonly decimalSign: '.' | ',' }

export interface BlockOutcome { readonly changes: ReadonlyMap<string, DraftCell | null>; readonly range: CellRange; readonly taken: number; readonly bad: number; readonly locked: number; readonly outside: number }

export const decimalSignOf = (locale: string): '.' | ',' => (new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.');

export const isEditable = ({ rows, columns }: Pick<ShownSheet, 'rows' | 'columns'>, row: number, column: number): boolean => (columns[column - 1]?.isEditable ?? false) && rows[row]?.isBundle === false;

/** What a text lays over the selection, as one step. What falls off the last row or column is counted and not taken. */
export function readPaste(sheet: ShownSheet, selected: CellRange, text: string): BlockOutcome {
  return layBlock(sheet, selected, parseClipboard(text));
}

/** Copies the first row, or the first column, of the selection over the rest of it. */
export function readFill(sheet: ShownSheet, range: CellRange, way: 'down' | 'right'): BlockOutcome {
  const source = way === 'down' ? { ...range, bottom: range.top } : { ...range, right: range.left };
  return layBlock(sheet, range, textsOf(sheet, source));
}

/** The selection as a spreadsheet reads it: plain numbers, SKUs and bins. */
export const copyBlock = (sheet: ShownSheet, range: CellRange): string => formatClipboard(textsOf(sheet, range));

/** The cells of the selection as they were before anything was typed. */
export function forgotten({ rows, columns }: ShownSheet, range: CellRange): Map<string, null> {
  const keys = new Map<string, null>();
  for (const row of rows.slice(range.top, range.bottom + 1)) for (const column of columns.slice(Math.max(0, range.left - 1), range.right)) keys.set(cellKey(row.variantId, column.id), null);
  return keys;
}

export function layBlock(sheet: ShownSheet, selected: CellRange, block: string[][]): BlockOutcome {
  const { rows, columns, decimalSign } = sheet;
  const wanted = pasteRange(selected, block.length, block.reduce((widest, line) => Math.max(widest, line.length), 1));
  const range = { ...wanted, bottom: Math.min(wanted.bottom, rows.length - 1), right: Math.min(wanted.right, columns.length) };
  const { cells, locked } = readBlock(block, { ...range, unitOf: (row) => rows[row]?.unit ?? 'piece', isEditable: (row, column) => isEditable(sheet, row, column) }, decimalSign);
  const changes = new Map<string, DraftCell | null>();
  let bad = 0;
  for (const { row, column, text, read } of cells) {
    const [product, place] = [rows[row], columns[column - 1]];
    if (!product || !place) continue;
    const milli = 'milli' in read ? read.milli : null;
    if (milli === null) bad += 1;
    changes.set(cellKey(product.variantId, place.id), milli === (product.levels[place.level] ?? null) && milli !== null ? null : { milli, text, problem: 'problem' in read ? read.problem : null });
  }
  return { changes, range, taken: cells.length - bad, bad, locked, outside: cellCount(wanted) - cellCount(range) };
}

function textsOf({ rows, columns, draft, decimalSign }: ShownSheet, { top, bottom, left, right }: CellRange): string[][] {
  return rows.slice(top, bottom + 1).map((row) => Array.from({ length: right - left + 1 }, (_, step) => {
    const column = columns[left + step - 1];
    if (!column) return row.sku;
    if (column.kind === 'bin') return row.bin ?? '';
    const typed = draft.cells.get(cellKey(row.variantId, column.id));
    return typed?.milli === null ? typed.text : plainNumber(typed?.milli ?? row.levels[column.level] ?? null, decimalSign);
  }));
}

export const plainNumber = (milli: number | null, decimalSign: '.' | ','): string => (milli === null ? '' : String(milli / 1000).replace('.', decimalSign));
