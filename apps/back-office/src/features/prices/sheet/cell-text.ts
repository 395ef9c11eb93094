import type { SheetCells } from './sheet-cells';
import { isAmount, UNREADABLE, type SheetColumn, type SheetRow, type SheetText } from './sheet-types';

/** What of a sheet its texts are read from. */
interface SheetReading {
  readonly rows: readonly SheetRow[];
  readonly allColumns: readonly SheetColumn[];
  readonly cells: SheetCells;
  readonly text: SheetText;
}

/** What a cell shows and copies; of an unreadable cell, the typed text. */
export function cellText(store: SheetReading, cell: number): string {
  const { cells, text } = store;
  const row = store.rows[Math.floor(cell / cells.width)];
  const column = store.allColumns[cell % cells.width];
  if (!row || !column) return '';
  if (column.kind === 'sku' || column.kind === 'title') return row[column.kind];
  if (column.kind === 'cost') return row.costMinor === null ? '' : text.formatMoney(row.costMinor, column);
  if (column.kind === 'margin') return marginText(store, cell, column);
  if (column.kind === 'reference') {
    const referenceMinor = column.referencesMinor?.[Math.floor(cell / cells.width)] ?? null;
    return referenceMinor === null ? '' : text.formatMoney(referenceMinor, column);
  }
  const value = cells.priceAt(cell);
  if (value === UNREADABLE) return cells.texts.get(cell) ?? '';
  return isAmount(value) ? text.formatMoney(value, column) : '';
}

/** How far our price is from a reference: `-5%`; empty where there is nothing to compare. */
export function differenceText({ allColumns, cells, text }: SheetReading, cell: number): string {
  const column = allColumns[cell % cells.width];
  const target = column?.kind === 'reference' ? allColumns.findIndex((other) => other.columnId === column.ofColumnId) : -1;
  if (!column || target < 0) return '';
  const difference = cells.differenceAt(cell - (cell % cells.width) + target, column.referencesMinor?.[Math.floor(cell / cells.width)] ?? null);
  return difference === null ? '' : text.formatDifference(difference);
}

function marginText({ allColumns, cells, text }: SheetReading, cell: number, column: SheetColumn): string {
  const target = allColumns.findIndex((other) => other.columnId === column.ofColumnId);
  const margin = target < 0 ? null : cells.marginAt(cell - (cell % cells.width) + target);
  return margin === null ? '' : text.formatMargin(margin);
}
