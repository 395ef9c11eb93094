import { cellText } from './cell-text';
import { CellWrites, toPatch } from './cell-writes';
import { clampPosition, rangeOf, type CellSelection, type GridSize } from '../../../sheet/cell-selection';
import { GIVEN_VIEW, shownColumns, type ColumnView } from './column-view';
import { ALL_ROWS, rowOrder, type RowFilter, type RowSort } from './row-order';
import { SheetCells, widenedCell, type CellsInput } from './sheet-cells';
import { SheetHistory, type Patch, type PatchKind } from './sheet-history';
import { SheetSync } from './sheet-sync';
import type { CellPosition, CellRange } from '../../../sheet/cell-position';
import { EMPTY, type SheetColumn, type SheetRow, type SheetText } from './sheet-types';

export interface SheetInput extends CellsInput {
  readonly text: SheetText;
}

/** What taking a step back or making it again did; `kept` cells were changed by somebody else since and stay theirs. */
export interface Replayed {
  readonly kind: PatchKind;
  readonly cells: number;
  readonly kept: number;
}

/**
 * A price sheet: columns of draft prices beside what is live, with selection, undo, filter and sort.
 * Knows nothing of React; a view subscribes and reads. Positions are visible rows and columns; cell numbers are places in the data.
 */
export class SheetStore {
  readonly rows: readonly SheetRow[];
  readonly text: SheetText;
  readonly sync: SheetSync;
  /** All columns, in the order of the data. */
  allColumns: readonly SheetColumn[];
  /** The columns on the screen, in their order; the first `frozenCount` stay when it scrolls sideways. */
  columns: readonly SheetColumn[] = [];
  frozenCount = 0;
  cells: SheetCells;
  private places: readonly number[] = [];
  private readonly history = new SheetHistory();
  private readonly listeners = new Set<() => void>();
  private order: Uint32Array;
  private version = 0;
  private currentSelection: CellSelection;
  private currentFilter: RowFilter = ALL_ROWS;
  private currentSort: RowSort | null = null;
  private currentView: ColumnView = GIVEN_VIEW;

  constructor(input: SheetInput) {
    this.allColumns = [...input.columns.filter((column) => column.kind !== 'price'), ...input.columns.filter((column) => column.kind === 'price')];
    this.rows = input.rows;
    this.text = input.text;
    this.cells = new SheetCells({ ...input, columns: this.allColumns });
    this.sync = new SheetSync({ rows: input.rows, columns: this.allColumns, cells: this.cells });
    this.order = rowOrder(this, ALL_ROWS, null);
    this.arrange(GIVEN_VIEW);
    const first = clampPosition({ row: 0, column: this.columns.findIndex((column) => column.kind === 'price') }, this.size);
    this.currentSelection = { anchor: first, focus: first };
  }

  // Bound, so that they can be handed to useSyncExternalStore as they are.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersion = (): number => this.version;

  get size(): GridSize {
    return { rows: this.order.length, columns: this.columns.length };
  }

  get selection(): CellSelection {
    return this.currentSelection;
  }

  get range(): CellRange {
    return rangeOf(this.currentSelection);
  }

  get filter(): RowFilter {
    return this.currentFilter;
  }

  get sort(): RowSort | null {
    return this.currentSort;
  }

  get view(): ColumnView {
    return this.currentView;
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Index in `rows` of a visible row. */
  rowAt(row: number): number {
    return this.order[row] ?? -1;
  }

  /** Cell number of a visible place. */
  cellAt(position: CellPosition): number {
    return this.cellOf(this.rowAt(position.row), position.column);
  }

  /** Cell number of a row of the data and a visible column. */
  cellOf(dataRow: number, column: number): number {
    return dataRow * this.cells.width + (this.places[column] ?? 0);
  }

  /** The visible place of a cell; null where filter or view hide it. */
  positionOf(cell: number): CellPosition | null {
    const row = this.order.indexOf(Math.floor(cell / this.cells.width));
    const column = this.places.indexOf(cell % this.cells.width);
    return row < 0 || column < 0 ? null : { row, column };
  }

  isEditable(column: number): boolean {
    const found = this.columns[column];
    return found?.kind === 'price' && found.editable;
  }

  textOf(cell: number): string {
    return cellText(this, cell);
  }

  /** Moves the active cell; `extend` keeps the other corner of the selection. */
  moveTo(position: CellPosition, extend = false): void {
    const focus = clampPosition(position, this.size);
    this.select({ anchor: extend ? this.currentSelection.anchor : focus, focus });
  }

  select(selection: CellSelection): void {
    this.currentSelection = { anchor: clampPosition(selection.anchor, this.size), focus: clampPosition(selection.focus, this.size) };
    this.announce();
  }

  /** Makes the writes one undoable step. Answers how many cells really changed. */
  commit(kind: PatchKind, writes: CellWrites): number {
    const patch = toPatch({ kind, turn: this.version }, this.cells, writes);
    if (patch === null) return 0;
    this.history.record(patch);
    patch.cells.forEach((cell, index) => this.cells.write(cell, patch.after[index] ?? EMPTY, patch.afterTexts.get(cell)));
    this.announce();
    return patch.cells.length;
  }

  /** Takes the last step back. Answers what it did, or null when there is none. */
  undo(): Replayed | null {
    return this.replay(this.history.takeUndo(), 'before');
  }

  /** Makes the last undone step again. */
  redo(): Replayed | null {
    return this.replay(this.history.takeRedo(), 'after');
  }

  setFilter(filter: RowFilter): void {
    this.currentFilter = filter;
    this.reorder();
  }

  setSort(sort: RowSort | null): void {
    this.currentSort = sort;
    this.reorder();
  }

  /** Shows the columns as a person arranged them; the active cell stays in its column where that is still shown. */
  setView(view: ColumnView): void {
    const { focus } = this.currentSelection;
    const active = this.places[focus.column] ?? -1;
    this.arrange(view);
    this.moveTo({ row: focus.row, column: Math.max(0, this.places.indexOf(active)) });
  }

  /** One more column of prices, which is empty. Nothing that is not saved is lost, nor any step that can be taken back. */
  addColumn(column: SheetColumn): void {
    if (this.allColumns.some((other) => other.columnId === column.columnId)) return;
    const { width } = this.cells;
    this.allColumns = [...this.allColumns, column];
    this.cells = this.cells.widened(this.allColumns);
    this.sync.widen(this.allColumns, this.cells);
    this.history.renumber((cell) => widenedCell(cell, width));
    this.arrange(this.currentView);
    this.moveTo({ row: this.currentSelection.focus.row, column: this.columns.indexOf(column) });
  }

  /** Lets `act` take over what the server has, and says so to whoever looks. `turn` tells what came before from what came after. */
  receive(act: (sync: SheetSync, turn: number) => void): void {
    act(this.sync, this.version);
    this.announce();
  }

  /** A cell that somebody else has changed since keeps their value: an undo takes back only what it did itself. */
  private replay(patch: Patch | undefined, side: 'before' | 'after'): Replayed | null {
    if (!patch) return null;
    const [values, texts, expected] = side === 'before' ? [patch.before, patch.beforeTexts, patch.after] : [patch.after, patch.afterTexts, patch.before];
    let kept = 0;
    patch.cells.forEach((cell, index) => {
      if (this.cells.draft[cell] === expected[index] && !this.sync.wasTouchedAfter(cell, patch.turn)) this.cells.write(cell, values[index] ?? EMPTY, texts.get(cell));
      else kept += 1;
    });
    this.announce();
    return { kind: patch.kind, cells: patch.cells.length - kept, kept };
  }

  /** The active cell stays on its row where that row is still shown. */
  private reorder(): void {
    const { focus } = this.currentSelection;
    const active = this.rowAt(focus.row);
    this.order = rowOrder(this, this.currentFilter, this.currentSort);
    const row = this.order.indexOf(active);
    this.moveTo({ row: Math.max(0, row), column: focus.column });
  }

  private arrange(view: ColumnView): void {
    const { shown, frozenCount } = shownColumns(this.allColumns, view);
    this.currentView = view;
    this.places = shown;
    this.columns = shown.flatMap((index) => this.allColumns[index] ?? []);
    this.frozenCount = frozenCount;
  }

  private announce(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
