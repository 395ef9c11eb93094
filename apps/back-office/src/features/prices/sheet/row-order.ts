import type { SheetCells } from './sheet-cells';
import { isAmount, type SheetColumn, type SheetRow } from './sheet-types';

/** Which rows are shown; all that are given must hold. `search` looks in SKU and title, every word, in any order. */
export interface RowFilter {
  readonly search: string;
  readonly changed: boolean;
  readonly toFix: boolean;
  readonly belowCost: boolean;
  /** A book's column that has no price in the row. */
  readonly withoutPriceIn: string | null;
}

export interface RowSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

export const ALL_ROWS: RowFilter = { search: '', changed: false, toFix: false, belowCost: false, withoutPriceIn: null };

/** What filter and sort read. */
export interface OrderSource {
  readonly rows: readonly SheetRow[];
  readonly allColumns: readonly SheetColumn[];
  readonly cells: SheetCells;
}

/** Indices of the rows to show, in their order. Computed when asked, so that a row under work never jumps away. */
export function rowOrder(source: OrderSource, filter: RowFilter, sort: RowSort | null): Uint32Array {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown: number[] = [];
  source.rows.forEach((row, index) => {
    const haystack = words.length > 0 ? `${row.sku} ${row.title}`.toLocaleLowerCase() : '';
    if (words.every((word) => haystack.includes(word)) && passes(source, filter, index)) shown.push(index);
  });
  return Uint32Array.from(sort === null ? shown : sorted(source, shown, sort));
}

function passes({ allColumns: columns, cells }: OrderSource, filter: RowFilter, row: number): boolean {
  if (filter.withoutPriceIn !== null) {
    const column = columns.findIndex((other) => other.columnId === filter.withoutPriceIn);
    if (column >= 0 && isAmount(cells.priceAt(row * cells.width + column))) return false;
  }
  if (!filter.changed && !filter.toFix && !filter.belowCost) return true;
  let changed = false;
  let toFix = false;
  let belowCost = false;
  columns.forEach((column, index) => {
    if (column.kind !== 'price') return;
    const cell = row * cells.width + index;
    const error = cells.errorAt(cell);
    if (cells.isChanged(cell)) changed = true;
    if (error !== null && cells.isChanged(cell)) toFix = true;
    if (error === 'below_cost' || error === 'below_map') belowCost = true;
  });
  return (!filter.changed || changed) && (!filter.toFix || toFix) && (!filter.belowCost || belowCost);
}

/** Equal rows keep their given order; rows without a value come last both ways. */
function sorted(source: OrderSource, shown: number[], sort: RowSort): number[] {
  const index = source.allColumns.findIndex((column) => column.columnId === sort.columnId);
  const column = source.allColumns[index];
  if (!column) return shown;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  if (column.kind === 'sku' || column.kind === 'title') {
    const field = column.kind;
    const collator = new Intl.Collator(undefined, { numeric: true });
    return shown.sort((a, b) => sign * collator.compare(source.rows[a]?.[field] ?? '', source.rows[b]?.[field] ?? '') || a - b);
  }
  const keys = new Map(shown.map((row) => [row, sortKey(source, column, row)]));
  return shown.sort((a, b) => {
    const left = keys.get(a) ?? null;
    const right = keys.get(b) ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
    return sign * (left - right) || a - b;
  });
}

function sortKey({ rows, allColumns: columns, cells }: OrderSource, column: SheetColumn, row: number): number | null {
  if (column.kind === 'cost') return rows[row]?.costMinor ?? null;
  if (column.kind === 'reference') return column.referencesMinor?.[row] ?? null;
  const valueId = column.kind === 'margin' ? column.ofColumnId : column.columnId;
  const cell = row * cells.width + columns.findIndex((other) => other.columnId === valueId);
  if (column.kind === 'margin') return cells.marginAt(cell);
  const value = cells.priceAt(cell);
  return isAmount(value) ? value : null;
}
