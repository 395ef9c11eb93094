import type { CellPosition, CellRange } from './cell-position';

/** One rectangle: where it began and the active cell that moves. */
export interface CellSelection {
  readonly anchor: CellPosition;
  readonly focus: CellPosition;
}

/** How many visible cells there are to move in. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function rangeOf({ anchor, focus }: CellSelection): CellRange {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export const cellCount = (range: CellRange): number => Math.max(0, range.bottom - range.top + 1) * Math.max(0, range.right - range.left + 1);

export function clampPosition(position: CellPosition, size: GridSize): CellPosition {
  return { row: clamp(position.row, size.rows), column: clamp(position.column, size.columns) };
}

export function selectionOf(range: CellRange): CellSelection {
  return { anchor: { row: range.top, column: range.left }, focus: { row: range.bottom, column: range.right } };
}

/**
 * The range that a drag of the fill handle from `range` to `target` makes: down or up when the target lies outside
 * its rows, else right or left. Inside the range: the range itself.
 */
export function fillRange(range: CellRange, target: CellPosition): CellRange {
  if (target.row > range.bottom) return { ...range, bottom: target.row };
  if (target.row < range.top) return { ...range, top: target.row };
  if (target.column > range.right) return { ...range, right: target.column };
  if (target.column < range.left) return { ...range, left: target.column };
  return range;
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));
