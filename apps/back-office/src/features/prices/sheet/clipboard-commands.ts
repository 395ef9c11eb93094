import { CellWrites } from './cell-writes';
import { cellCount, selectionOf } from './cell-selection';
import { formatClipboard, parseClipboard } from './clipboard-text';
import type { SheetStore } from './sheet-store';
import type { CellRange } from './sheet-types';

/** What a paste did, in cells. `outside` fell off the last row or column; `readOnly` met cells that nobody may edit. */
export interface PasteOutcome {
  readonly pasted: number;
  readonly unreadable: number;
  readonly readOnly: number;
  readonly outside: number;
}

/**
 * Pastes text from a spreadsheet at the selection, as one step. One value fills the whole selection; a block is
 * repeated where the selection is an exact multiple of it, else it is laid from the first selected cell.
 * The selection becomes what was pasted over.
 */
export function pasteText(store: SheetStore, text: string): PasteOutcome {
  const block = parseClipboard(text);
  const wanted = pasteRange(store.range, block);
  const { size } = store;
  const target: CellRange = { ...wanted, bottom: Math.min(wanted.bottom, size.rows - 1), right: Math.min(wanted.right, size.columns - 1) };
  if (cellCount(target) === 0) return { pasted: 0, unreadable: 0, readOnly: 0, outside: cellCount(wanted) };
  const writes = new CellWrites();
  let readOnly = 0;
  for (let row = target.top; row <= target.bottom; row += 1) {
    const line = block[(row - target.top) % block.length] ?? [];
    const width = wanted.right - wanted.left + 1;
    for (let column = target.left; column <= target.right; column += 1) {
      const offset = (column - target.left) % Math.min(width, widthOf(block));
      const found = store.columns[column];
      // Rows of unequal length: what is not there is not pasted, and empties nothing.
      const value = line[offset];
      if (value === undefined || !found) continue;
      if (store.isEditable(column)) writes.addText(store.cellAt({ row, column }), value, { text: store.text, column: found });
      else readOnly += 1;
    }
  }
  store.commit('paste', writes);
  const { anchor, focus } = selectionOf(target);
  store.select({ anchor: focus, focus: anchor });
  return { pasted: writes.cells.length, unreadable: writes.unreadable, readOnly, outside: cellCount(wanted) - cellCount(target) };
}

/** The selection as text for a spreadsheet, without the cells that are filtered away. */
export function copyText(store: SheetStore): string {
  const { top, bottom, left, right } = store.range;
  const lines: string[][] = [];
  for (let row = top; row <= Math.min(bottom, store.size.rows - 1); row += 1) {
    const line: string[] = [];
    for (let column = left; column <= right; column += 1) line.push(store.textOf(store.cellAt({ row, column })));
    lines.push(line);
  }
  return formatClipboard(lines);
}

function pasteRange(range: CellRange, block: readonly (readonly string[])[]): CellRange {
  const height = block.length;
  const width = widthOf(block);
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const down = rows % height === 0 ? rows : height;
  const across = columns % width === 0 ? columns : width;
  // Only a selection that is a multiple both ways is filled; a block over a ragged selection is laid once.
  const fits = down === rows && across === columns;
  return { top: range.top, left: range.left, bottom: range.top + (fits ? rows : height) - 1, right: range.left + (fits ? columns : width) - 1 };
}

const widthOf = (block: readonly (readonly string[])[]): number => block.reduce((widest, line) => Math.max(widest, line.length), 1);
