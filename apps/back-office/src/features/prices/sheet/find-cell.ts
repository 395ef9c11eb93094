import type { SheetStore } from './sheet-store';
import type { CellPosition } from '../../../sheet/cell-position';

/** The next shown cell whose text has these letters, row by row from the active one and round again; null where there is none. */
export function findCell(store: SheetStore, text: string, step: 1 | -1): CellPosition | null {
  const wanted = text.trim().toLocaleLowerCase();
  const { rows, columns } = store.size;
  const count = rows * columns;
  if (wanted === '' || count === 0) return null;
  const { focus } = store.selection;
  const start = focus.row * columns + focus.column;
  for (let steps = 1; steps <= count; steps += 1) {
    const place = (((start + step * steps) % count) + count) % count;
    const position = { row: Math.floor(place / columns), column: place % columns };
    if (store.textOf(store.cellAt(position)).toLocaleLowerCase().includes(wanted)) return position;
  }
  return null;
}
