import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { EditorStep } from '../../sheet/cell-editor';
import type { CellPosition, CellRange } from '../../sheet/cell-position';
import { cellCount, type CellSelection, clampPosition, rangeOf, selectionOf } from '../../sheet/cell-selection';
import { type GridCommand, keyCommand } from '../../sheet/key-command';
import { cellKey } from './sheet-edits';
import { type BlockOutcome, copyBlock, forgotten, isEditable, layBlock, plainNumber, readFill, readPaste, type ShownSheet } from './stock-block';
import { redoStep, type StockDraft, undoStep, writeCells } from './stock-draft';

export interface StockGridView {
  readonly sheet: ShownSheet;
  readonly pane: RefObject<HTMLElement | null>;
  readonly pageRows: number;
  readonly selection: CellSelection;
  onSelection(selection: CellSelection): void;
  /** Undefined: nothing may be changed here. */
  readonly onDraft: ((draft: StockDraft) => void) | undefined;
  onOpen(row: number): void;
  reveal(position: CellPosition): void;
  say(said: StockGridSaid): void;
}

export type StockGridSaid = { readonly kind: 'pasted'; readonly outcome: BlockOutcome } | { readonly kind: 'copied' | 'cleared'; readonly cells: number } | { readonly kind: 'undone' | 'redone' | 'nothing' | 'locked' };

interface Edit extends CellPosition { readonly text: string; readonly isTyped: boolean }

interface Hand {
  readonly focus: CellPosition;
  readonly range: CellRange;
  moveTo(position: CellPosition, extend?: boolean): void;
  startEdit(typed: string | null): void;
  /** Writes a block as one step and selects it. */
  take(outcome: BlockOutcome): void;
}

/** Selection, keys, pointer, clipboard and the one editor of the stock sheet. */
export function useStockGrid(view: StockGridView) {
  const { sheet, onDraft, selection, onSelection } = view;
  const size = sizeOf(sheet);
  const [edit, setEdit] = useState<Edit | null>(null);
  const focus = clampPosition(selection.focus, size);
  const range = rangeOf({ anchor: clampPosition(selection.anchor, size), focus });
  const moveTo = (position: CellPosition, extend = false): void => {
    const next = clampPosition(position, size);
    onSelection({ anchor: extend ? selection.anchor : next, focus: next });
    view.reveal(next);
  };
  const startEdit = (typed: string | null): void => {
    if (!onDraft || !isEditable(sheet, focus.row, focus.column)) view.say({ kind: 'locked' });
    else setEdit({ ...focus, text: typed ?? textAt(sheet, focus), isTyped: typed !== null });
  };
  const take = (outcome: BlockOutcome): void => {
    onDraft?.(writeCells(sheet.draft, outcome.changes));
    const { anchor, focus: last } = selectionOf(outcome.range);
    onSelection({ anchor: last, focus: anchor });
  };
  const commit = (text: string, step: EditorStep | null): void => {
    if (edit === null) return;
    setEdit(null);
    // Opened and left as it was writes nothing; emptied is as it was before.
    if (text.trim() === '') onDraft?.(writeCells(sheet.draft, forgotten(sheet, single(edit))));
    else if (edit.isTyped || text !== edit.text) onDraft?.(writeCells(sheet.draft, layBlock(sheet, single(edit), [[text]]).changes));
    if (step === null) return;
    view.pane.current?.focus({ preventScroll: true });
    moveTo({ row: edit.row + step.rows, column: edit.column + step.columns });
  };
  const cancel = (): void => {
    setEdit(null);
    view.pane.current?.focus({ preventScroll: true });
  };
  const hand: Hand = { focus, range, moveTo, startEdit, take };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const command = keyCommand(event, view.pageRows);
    if (command !== null && runCommand(view, hand, command)) event.preventDefault();
  };
  return { range, focus, edit, commit, startEdit, cancel, onKeyDown, ...clipboardHandlers(view, hand), ...usePointer(moveTo) };
}

/** Runs a command. False: it did not apply, and the key is the browser's. */
function runCommand(view: StockGridView, hand: Hand, command: GridCommand): boolean {
  const { focus } = hand;
  const size = sizeOf(view.sheet);
  const whole = (range: CellRange): boolean => {
    const { anchor, focus: last } = selectionOf(range);
    view.onSelection({ anchor: last, focus: anchor });
    return true;
  };
  switch (command.kind) {
    case 'move': hand.moveTo({ row: focus.row + command.rows, column: focus.column + command.columns }, command.extend); return true;
    case 'tab': return tab(hand, command.step, size.columns);
    case 'edit': if (focus.column === 0) view.onOpen(focus.row); else hand.startEdit(command.typed); return true;
    case 'collapse': view.onSelection({ anchor: focus, focus }); return true;
    case 'selectAll': return whole({ top: 0, left: 0, bottom: size.rows - 1, right: size.columns - 1 });
    case 'selectRow': return whole({ top: focus.row, left: 0, bottom: focus.row, right: size.columns - 1 });
    case 'selectColumn': return whole({ top: 0, left: focus.column, bottom: size.rows - 1, right: focus.column });
    default: return change(view, hand, command.kind);
  }
}

function change({ sheet, onDraft, say }: StockGridView, { range, take }: Hand, kind: Exclude<GridCommand['kind'], 'move' | 'tab' | 'edit'>): boolean {
  if (!onDraft) return false;
  switch (kind) {
    case 'undo': case 'redo': {
      const next = kind === 'undo' ? undoStep(sheet.draft) : redoStep(sheet.draft);
      onDraft(next);
      say({ kind: next === sheet.draft ? 'nothing' : kind === 'undo' ? 'undone' : 'redone' });
      return true;
    }
    case 'fillDown': take(readFill(sheet, range, 'down')); return true;
    case 'fillRight': take(readFill(sheet, range, 'right')); return true;
    case 'clear': {
      const keys = forgotten(sheet, range);
      say({ kind: 'cleared', cells: [...keys.keys()].filter((key) => sheet.draft.cells.has(key)).length });
      onDraft(writeCells(sheet.draft, keys));
      return true;
    }
    default: return false;
  }
}

const clipboardHandlers = ({ sheet, onDraft, say }: StockGridView, { range, take }: Hand) => ({
  onCopy: (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyBlock(sheet, range));
    say({ kind: 'copied', cells: cellCount(range) });
  },
  onPaste: (event: ClipboardEvent): void => {
    event.preventDefault();
    const outcome = readPaste(sheet, range, event.clipboardData.getData('text/plain'));
    if (onDraft) take(outcome);
    say(onDraft ? { kind: 'pasted', outcome } : { kind: 'locked' });
  },
});

/** A press selects, with shift or a drag up to there; touch scrolls and only a tap selects. */
function usePointer(moveTo: Hand['moveTo']) {
  const isDragging = useRef(false);
  const onPointerUp = (): void => { isDragging.current = false; };
  return {
    onPointerDown: (event: PointerEvent): void => {
      const at = cellOfEvent(event);
      if (!at || event.button !== 0) return;
      isDragging.current = event.pointerType !== 'touch';
      moveTo(at, event.shiftKey);
    },
    onPointerOver: (event: PointerEvent): void => {
      const at = isDragging.current && event.buttons === 1 ? cellOfEvent(event) : null;
      if (at) moveTo(at, true);
    },
    onPointerUp,
    onPointerCancel: onPointerUp,
  };
}

/** At the last cell of a row Tab leaves the grid: nobody is trapped in it. */
function tab({ focus, moveTo }: Hand, step: 1 | -1, columns: number): boolean {
  const column = focus.column + step;
  if (column < 0 || column >= columns) return false;
  moveTo({ row: focus.row, column });
  return true;
}

const sizeOf = ({ rows, columns }: ShownSheet) => ({ rows: rows.length, columns: columns.length + 1 });
const single = ({ row, column }: CellPosition): CellRange => ({ top: row, bottom: row, left: column, right: column });

/** A cell carries its place. */
function cellOfEvent({ target }: PointerEvent): CellPosition | null {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}

function textAt({ rows, columns, draft, decimalSign }: ShownSheet, { row, column }: CellPosition): string {
  const [product, place] = [rows[row], columns[column - 1]];
  if (!product || !place) return '';
  const typed = draft.cells.get(cellKey(product.variantId, place.id));
  return typed?.milli === null ? typed.text : plainNumber(typed?.milli ?? product.levels[place.level] ?? null, decimalSign);
}
