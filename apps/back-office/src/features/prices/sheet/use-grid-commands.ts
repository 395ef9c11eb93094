import { useCallback, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellCount } from '../../../sheet/cell-selection';
import { copyText, pasteText } from './clipboard-commands';
import { clearSelection, fillDown, fillRight } from './edit-cells';
import { keyCommand, type GridCommand } from '../../../sheet/key-command';
import type { GridLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import type { CellPosition } from '../../../sheet/cell-position';

/** What the commands need from the view. */
export interface CommandView {
  readonly store: SheetStore;
  readonly labels: GridLabels;
  readonly pageRows: number;
  announce(text: string): void;
  reveal(position: CellPosition): void;
  startEdit(typed: string | null): void;
  resizeBy(column: number, pixels: number): void;
  cancelFill(): void;
  openFind(): void;
  onHelp?(): void;
}

export interface CommandHandlers {
  onKeyDown(event: KeyboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** Keys and clipboard of the grid. */
export function useGridCommands(view: CommandView): CommandHandlers {
  const { store, labels, announce } = view;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const command = keyCommand(event, view.pageRows);
    if (command !== null && runCommand(view, command)) event.preventDefault();
  };
  const onCopy = useCallback((event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(store));
    announce(labels.copied(cellCount(store.range)));
  }, [store, labels, announce]);
  const onCut = useCallback((event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(store));
    announce(labels.cut(clearSelection(store, 'cut')));
  }, [store, labels, announce]);
  const onPaste = useCallback((event: ClipboardEvent): void => {
    event.preventDefault();
    announce(labels.pasted(pasteText(store, event.clipboardData.getData('text/plain'))));
  }, [store, labels, announce]);
  return { onKeyDown, onCopy, onCut, onPaste };
}

/** Runs a command. False: it did not apply, and the key is the browser's. */
function runCommand(view: CommandView, command: GridCommand): boolean {
  const { store, labels, announce } = view;
  const { focus } = store.selection;
  switch (command.kind) {
    case 'move': {
      store.moveTo({ row: focus.row + command.rows, column: focus.column + command.columns }, command.extend);
      view.reveal(store.selection.focus);
      return true;
    }
    case 'tab': return tab(view, command.step);
    case 'edit': view.startEdit(command.typed); return true;
    case 'clear': announce(labels.cleared(clearSelection(store))); return true;
    case 'undo': replay(view, 'undo'); return true;
    case 'redo': replay(view, 'redo'); return true;
    case 'fillDown': announce(labels.filled(fillDown(store))); return true;
    case 'fillRight': announce(labels.filled(fillRight(store))); return true;
    case 'collapse': view.cancelFill(); store.moveTo(focus); return true;
    case 'find': view.openFind(); return true;
    case 'help': view.onHelp?.(); return view.onHelp !== undefined;
    case 'resize': view.resizeBy(focus.column, command.pixels); return true;
    case 'sort': sortBy(view, focus.column, command.direction); return true;
    default: selectWhole(store, command.kind); return true;
  }
}

/** At the last cell of a row Tab leaves the grid: nobody is trapped in it. */
function tab({ store, reveal }: CommandView, step: 1 | -1): boolean {
  const { focus } = store.selection;
  const column = focus.column + step;
  if (column < 0 || column >= store.size.columns) return false;
  store.moveTo({ row: focus.row, column });
  reveal(store.selection.focus);
  return true;
}

function replay({ store, labels, announce }: CommandView, direction: 'undo' | 'redo'): void {
  const done = direction === 'undo' ? store.undo() : store.redo();
  if (direction === 'undo') announce(done ? labels.undone(done) : labels.nothingToUndo);
  else announce(done ? labels.redone(done) : labels.nothingToRedo);
}

/** The active cell becomes the first one, and what is on the screen stays where it is. */
function selectWhole(store: SheetStore, kind: 'selectAll' | 'selectColumn' | 'selectRow'): void {
  const { focus } = store.selection;
  const { rows, columns } = store.size;
  if (kind === 'selectRow') store.select({ anchor: { row: focus.row, column: columns - 1 }, focus: { row: focus.row, column: 0 } });
  else if (kind === 'selectColumn') selectColumn(store, focus.column);
  else store.select({ anchor: { row: rows - 1, column: columns - 1 }, focus: { row: 0, column: 0 } });
}

/** Selects a column from end to end. */
export function selectColumn(store: SheetStore, column: number): void {
  store.select({ anchor: { row: store.size.rows - 1, column }, focus: { row: 0, column } });
}

/** Sorts by a column; `next` goes on from its present order: up, down, as given. */
export function sortBy(view: Pick<CommandView, 'store' | 'labels' | 'announce'>, column: number, direction: 'ascending' | 'descending' | 'next'): void {
  const { store, labels, announce } = view;
  const found = store.columns[column];
  if (!found) return;
  const present = store.sort?.columnId === found.columnId ? store.sort.direction : null;
  const following = present === null ? 'ascending' : present === 'ascending' ? 'descending' : null;
  const wanted = direction === 'next' ? following : direction;
  store.setSort(wanted === null ? null : { columnId: found.columnId, direction: wanted });
  announce(labels.sorted(found.title, wanted ?? 'none'));
}
