import type { SheetCells } from './sheet-cells';
import type { Patch } from './sheet-history';
import { EMPTY, UNREADABLE, type SheetColumn, type SheetText } from './sheet-types';

/** Values on their way into cells: gathered first, then committed as one step. */
export class CellWrites {
  readonly cells: number[] = [];
  readonly values: number[] = [];
  readonly texts = new Map<number, string>();

  get unreadable(): number {
    return this.texts.size;
  }

  add(cell: number, value: number): void {
    this.cells.push(cell);
    this.values.push(value);
  }

  /** Reads a text into the cell: blank empties it, what is no price keeps its text. */
  addText(cell: number, text: string, reader: { readonly text: SheetText; readonly column: SheetColumn }): void {
    const trimmed = text.trim();
    const parsed = trimmed === '' ? null : reader.text.parseMoney(trimmed, reader.column);
    if (parsed === null) this.add(cell, EMPTY);
    else if (parsed.ok) this.add(cell, parsed.amountMinor);
    else {
      this.add(cell, UNREADABLE);
      this.texts.set(cell, trimmed);
    }
  }
}

/** The step that the writes make of the cells, without the cells that stay as they are; null when nothing changes. */
export function toPatch({ kind, turn }: Pick<Patch, 'kind' | 'turn'>, cells: SheetCells, writes: CellWrites): Patch | null {
  const kept: number[] = [];
  writes.cells.forEach((cell, index) => {
    const value = writes.values[index] ?? EMPTY;
    if (cells.draft[cell] !== value || (value === UNREADABLE && cells.texts.get(cell) !== writes.texts.get(cell))) kept.push(index);
  });
  if (kept.length === 0) return null;
  const touched = Uint32Array.from(kept, (index) => writes.cells[index] ?? 0);
  const beforeTexts = new Map<number, string>();
  if (cells.texts.size > 0) {
    for (const cell of touched) {
      const text = cells.texts.get(cell);
      if (text !== undefined) beforeTexts.set(cell, text);
    }
  }
  return {
    kind,
    turn,
    cells: touched,
    before: Float64Array.from(touched, (cell) => cells.draft[cell] ?? EMPTY),
    after: Float64Array.from(kept, (index) => writes.values[index] ?? EMPTY),
    beforeTexts,
    afterTexts: writes.texts,
  };
}
