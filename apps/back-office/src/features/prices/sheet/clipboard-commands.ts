import { CellWrites } from './cell-writes';
import { cellCount, selectionOf } from '../../../sheet/cell-selection';
import { formatClipboard, parseClipboard } from '../../../sheet/clipboard-text';
import { pasteRange } from '../../../sheet/paste-range';
import type { SheetStore } from './sheet-store';
import type { CellRange } from '../../../sheet/cell-position';

/** What a paste did, in cells. `outside` fell off the last row or column; `readOnly` met cells that nobody may edit. */
export interface PasteOutcome {
  readonly pasted: number;
  readonly unreadable: number;
  readonly readOnly: number;
  readonly outside: number;
  /** The first cell that could not be read, by its product and column. */
  readonly firstUnreadable: { readonly sku: string; readonly columnTitle: string } | null;
}

/**
 * Pastes text from a spreadsheet at the selection, as one step. One value fills the whole selection; a block is
 * repeated where the selection is an exact multiple of it, else it is laid from the first selected cell.
 * The selection becomes what was pasted over.
 */
export function pasteText(store: SheetStore, text: string): PasteOutcome {
  const block = parseClipboard(text);
  const blockWidth = block.reduce((widest, line) => Math.max(widest, line.length), 1);
  const wanted = pasteRange(store.range, block.length, blockWidth);
  const { size } = store;
  const target: CellRange = { ...wanted, bottom: Math.min(wanted.bottom, size.rows - 1), right: Math.min(wanted.right, size.columns - 1) };
  const outside = cellCount(wanted) - cellCount(target);
  if (cellCount(target) === 0) return { pasted: 0, unreadable: 0, readOnly: 0, outside, firstUnreadable: null };
  const writes = new CellWrites();
  let readOnly = 0;
  for (let row = target.top; row <= target.bottom; row += 1) {
    const line = block[(row - target.top) % block.length] ?? [];
    for (let column = target.left; column <= target.right; column += 1) {
      const found = store.columns[column];
      const value = line[(column - target.left) % blockWidth];
      // Rows of unequal length: what is not there is not pasted, and empties nothing.
      if (value === undefined || !found) continue;
      if (store.isEditable(column)) writes.addText(store.cellAt({ row, column }), value, { text: store.text, column: found });
      else readOnly += 1;
    }
  }
  store.commit('paste', writes);
  const { anchor, focus } = selectionOf(target);
  store.select({ anchor: focus, focus: anchor });
  return { pasted: writes.cells.length, unreadable: writes.unreadable, readOnly, outside, firstUnreadable: firstUnreadable(store, writes) };
}

function firstUnreadable(store: SheetStore, { texts }: CellWrites): PasteOutcome['firstUnreadable'] {
  const [cell] = texts.keys();
  return cell === undefined ? null : { sku: store.rows[Math.floor(cell / store.cells.width)]?.sku ?? '', columnTitle: store.allColumns[cell % store.cells.width]?.title ?? '' };
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
