import { useState, type RefObject } from 'react';
import type { EditorStep } from '../../../sheet/cell-editor';
import { editCell } from './edit-cells';
import type { GridLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import type { CellPosition } from '../../../sheet/cell-position';
import { EMPTY } from './sheet-types';

/** The cell under edit. It keeps its data row, so that a changed order cannot send the text to another product. */
export interface CellEdit {
  readonly row: number;
  readonly dataRow: number;
  readonly column: number;
  readonly text: string;
  readonly typed: boolean;
  /** What the server had when the editor opened: somebody else may change it meanwhile. */
  readonly saw: number;
}

export interface EditingView {
  readonly store: SheetStore;
  readonly labels: GridLabels;
  readonly pane: RefObject<HTMLElement | null>;
  announce(text: string): void;
  reveal(position: CellPosition): void;
}

export interface CellEditing {
  readonly edit: CellEdit | null;
  /** Opens the active cell, with what was typed or with what it holds. */
  startEdit(typed: string | null): void;
  commit(text: string, step: EditorStep | null): void;
  cancel(): void;
}

export function useCellEditing({ store, labels, pane, announce, reveal }: EditingView): CellEditing {
  const [edit, setEdit] = useState<CellEdit | null>(null);
  const startEdit = (typed: string | null): void => {
    const { row, column } = store.selection.focus;
    if (!store.isEditable(column) || store.rowAt(row) < 0) {
      announce(labels.readOnly);
      return;
    }
    store.moveTo({ row, column });
    reveal({ row, column });
    const text = typed ?? store.textOf(store.cellAt({ row, column }));
    setEdit({ row, dataRow: store.rowAt(row), column, text, typed: typed !== null, saw: store.cells.saved[store.cellAt({ row, column })] ?? EMPTY });
  };
  const commit = (text: string, step: EditorStep | null): void => {
    if (edit === null) return;
    setEdit(null);
    if (store.rowAt(edit.row) === edit.dataRow) {
      const cell = store.cellAt(edit);
      // Opened and left as it was writes nothing, also where somebody else changed the cell under the editor.
      if (edit.typed || text !== edit.text) writeOver(store, edit, text);
      const error = store.cells.errorAt(cell);
      if (error !== null) announce(labels.error(error, store.textOf(cell)));
    }
    if (step === null) return;
    pane.current?.focus({ preventScroll: true });
    store.moveTo({ row: edit.row + step.rows, column: edit.column + step.columns });
    reveal(store.selection.focus);
  };
  const cancel = (): void => {
    setEdit(null);
    pane.current?.focus({ preventScroll: true });
  };
  return { edit, startEdit, commit, cancel };
}

/** Writes what was typed. Where somebody else changed the cell under the editor, both values stand until a person chooses. */
function writeOver(store: SheetStore, edit: CellEdit, text: string): void {
  const cell = store.cellAt(edit);
  const mark = store.sync.markAt(cell);
  const isTouched = store.cells.saved[cell] !== edit.saw;
  editCell(store, edit, text);
  if (isTouched && mark) store.receive((sync) => sync.clash(cell, mark));
}
