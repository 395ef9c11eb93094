import type { CellRange } from './cell-position';

/** Where a block lands: a selection that is a multiple of it both ways is filled; over anything else it is laid once. */
export function pasteRange(range: CellRange, blockHeight: number, blockWidth: number): CellRange {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const repeats = height % blockHeight === 0 && width % blockWidth === 0;
  return {
    top: range.top,
    left: range.left,
    bottom: range.top + (repeats ? height : blockHeight) - 1,
    right: range.left + (repeats ? width : blockWidth) - 1,
  };
}
