import { CellWrites } from './cell-writes';
import type { SheetStore } from './sheet-store';
import type { CellPosition, CellRange } from '../../../sheet/cell-position';
import { EMPTY, isAmount, UNREADABLE, type SheetColumn } from './sheet-types';
import { adjustAmount, type AdjustRule } from './adjust-rule';

/** Types one text into one cell. Answers how many cells changed (0 or 1); a read-only cell stays. */
export function editCell(store: SheetStore, position: CellPosition, text: string): number {
  const column = store.columns[position.column];
  if (!column || !store.isEditable(position.column) || store.rowAt(position.row) < 0) return 0;
  const cell = store.cellAt(position);
  // Opened and left as it was: an unrounded or differently written value must not be rewritten.
  if (text === store.textOf(cell)) return 0;
  const writes = new CellWrites();
  writes.addText(cell, text, { text: store.text, column });
  return store.commit('edit', writes);
}

/** Empties the editable cells of the selection. */
export function clearSelection(store: SheetStore, kind: 'clear' | 'cut' = 'clear'): number {
  const writes = new CellWrites();
  eachEditable(store, store.range, (position) => writes.add(store.cellAt(position), EMPTY));
  return store.commit(kind, writes);
}

/** What an adjustment did: prices that changed, and cells passed over because they hold no price above zero. */
export interface AdjustOutcome {
  readonly adjusted: number;
  readonly skipped: number;
}

/** Applies a rule to the draft prices of the selection. */
export function adjustSelection(store: SheetStore, rule: AdjustRule): AdjustOutcome {
  const writes = new CellWrites();
  let skipped = 0;
  eachEditable(store, store.range, (position, column) => {
    const cell = store.cellAt(position);
    const value = store.cells.priceAt(cell);
    if (isAmount(value) && value > 0) writes.add(cell, adjustAmount(value, rule, column.fractionDigits));
    else skipped += 1;
  });
  return { adjusted: store.commit('adjust', writes), skipped };
}

/** Copies the first row of the selection into the rows below it; of a single row, the row above it. */
export function fillDown(store: SheetStore): number {
  const { range } = store;
  if (range.top === range.bottom) return range.top === 0 ? 0 : fill(store, { ...range, top: range.top - 1, bottom: range.top - 1 }, range);
  return fill(store, { ...range, bottom: range.top }, range);
}

/** Copies the first column of the selection into the columns right of it; of a single column, the one left of it. */
export function fillRight(store: SheetStore): number {
  const { range } = store;
  if (range.left === range.right) return range.left === 0 ? 0 : fill(store, { ...range, left: range.left - 1, right: range.left - 1 }, range);
  return fill(store, { ...range, right: range.left }, range);
}

/** Repeats the cells of `source` over `target`; what the fill handle does. */
export function fill(store: SheetStore, source: CellRange, target: CellRange): number {
  const writes = new CellWrites();
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  eachEditable(store, target, (position, column) => {
    const from = {
      row: source.top + modulo(position.row - source.top, height),
      column: source.left + modulo(position.column - source.left, width),
    };
    if (from.row !== position.row || from.column !== position.column) copyValue(store, from, { writes, position, column });
  });
  return store.commit('fill', writes);
}

/** Runs over the editable cells of a range of visible cells. */
export function eachEditable(store: SheetStore, range: CellRange, act: (position: CellPosition, column: SheetColumn) => void): void {
  const bottom = Math.min(range.bottom, store.size.rows - 1);
  for (let row = range.top; row <= bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const found = store.columns[column];
      if (found && store.isEditable(column)) act({ row, column }, found);
    }
  }
}

interface FillTarget {
  readonly writes: CellWrites;
  readonly position: CellPosition;
  readonly column: SheetColumn;
}

/** Between columns with other minor units the text is carried over: 49.00 GBP is 4900, but 49 JPY is 49. */
function copyValue(store: SheetStore, from: CellPosition, target: FillTarget): void {
  const source = store.columns[from.column];
  if (source?.kind !== 'price') return;
  const cell = store.cellAt(from);
  const value = store.cells.priceAt(cell);
  const to = store.cellAt(target.position);
  const same = source.fractionDigits === target.column.fractionDigits && value !== UNREADABLE;
  if (same || value === EMPTY) target.writes.add(to, value);
  else target.writes.addText(to, store.textOf(cell), { text: store.text, column: target.column });
}

const modulo = (value: number, size: number): number => ((value % size) + size) % size;
