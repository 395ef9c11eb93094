import { CellWrites, toPatch } from './cell-writes';
import { clampPosition, rangeOf, type CellSelection, type GridSize } from './cell-selection';
import { ALL_ROWS, rowOrder, type RowFilter, type RowSort } from './row-order';
import { SheetCells, type CellsInput } from './sheet-cells';
import { SheetHistory, type Patch, type PatchKind } from './sheet-history';
import { EMPTY, isAmount, NEVER_SAVED, toValue, UNREADABLE, type CellPosition, type CellRange, type SheetChange, type SheetColumn, type SheetRow, type SheetText } from './sheet-types';

export interface SheetInput extends CellsInput {
  readonly text: SheetText;
}

/**
 * A price sheet: columns of draft prices beside what is live, with selection, undo, filter and sort.
 * Knows nothing of React; a view subscribes and reads. Positions are visible rows; cell numbers are places in the data.
 */
export class SheetStore {
  readonly rows: readonly SheetRow[];
  /** Frozen columns (all that are not prices) first, then prices in the given order. */
  readonly columns: readonly SheetColumn[];
  readonly frozenCount: number;
  readonly cells: SheetCells;
  readonly text: SheetText;
  private readonly history = new SheetHistory();
  private readonly listeners = new Set<() => void>();
  private readonly rowIndex: ReadonlyMap<string, number>;
  private order: Uint32Array;
  private version = 0;
  private currentSelection: CellSelection;
  private currentFilter: RowFilter = ALL_ROWS;
  private currentSort: RowSort | null = null;

  constructor(input: SheetInput) {
    const frozen = input.columns.filter((column) => column.kind !== 'price');
    this.columns = [...frozen, ...input.columns.filter((column) => column.kind === 'price')];
    this.frozenCount = frozen.length;
    this.rows = input.rows;
    this.text = input.text;
    this.cells = new SheetCells({ ...input, columns: this.columns });
    this.rowIndex = new Map(input.rows.map((row, index) => [row.variantId, index]));
    this.order = rowOrder(this, ALL_ROWS, null);
    const first = clampPosition({ row: 0, column: this.frozenCount }, this.size);
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
    return this.rowAt(position.row) * this.columns.length + position.column;
  }

  isEditable(column: number): boolean {
    const found = this.columns[column];
    return found?.kind === 'price' && found.editable;
  }

  /** What a cell shows and copies; of an unreadable cell, the typed text. */
  textOf(cell: number): string {
    const row = this.rows[Math.floor(cell / this.columns.length)];
    const column = this.columns[cell % this.columns.length];
    if (!row || !column) return '';
    if (column.kind === 'sku' || column.kind === 'title') return row[column.kind];
    if (column.kind === 'cost') return row.costMinor === null ? '' : this.text.formatMoney(row.costMinor, column);
    if (column.kind === 'margin') return this.marginText(cell, column);
    const value = this.cells.priceAt(cell);
    if (value === UNREADABLE) return this.cells.texts.get(cell) ?? '';
    return isAmount(value) ? this.text.formatMoney(value, column) : '';
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
    const patch = toPatch(kind, this.cells, writes);
    if (patch === null) return 0;
    this.history.record(patch);
    patch.cells.forEach((cell, index) => this.cells.write(cell, patch.after[index] ?? EMPTY, patch.afterTexts.get(cell)));
    this.announce();
    return patch.cells.length;
  }

  /** Takes the last step back. Answers the step, or null when there is none. */
  undo(): Patch | null {
    return this.replay(this.history.takeUndo(), 'before');
  }

  /** Makes the last undone step again. */
  redo(): Patch | null {
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

  /**
   * What is to be saved: each draft value that differs from the last saved one. They count as saved from now on; when
   * the save fails, hand them to `returnChanges`. Cells without a valid price wait until a person mends them.
   */
  takeChanges(): SheetChange[] {
    const { draft, saved } = this.cells;
    const changes: SheetChange[] = [];
    for (let cell = 0; cell < draft.length; cell += 1) {
      const value = draft[cell] ?? EMPTY;
      if (value === saved[cell] || !this.cells.isSavable(cell)) continue;
      const row = this.rows[Math.floor(cell / this.columns.length)];
      const column = this.columns[cell % this.columns.length];
      if (!row || !column) continue;
      saved[cell] = value;
      changes.push({ variantId: row.variantId, columnId: column.columnId, amountMinor: isAmount(value) ? value : null });
    }
    return changes;
  }

  /** Marks changes whose save failed, so that `takeChanges` gives them again with the value of that time. */
  returnChanges(changes: readonly SheetChange[]): void {
    for (const change of changes) this.withCell(change, (cell) => { this.cells.saved[cell] = NEVER_SAVED; });
  }

  /** Draft values saved by somebody else. A cell with a change of ours that is not saved yet keeps it. */
  applyRemote(changes: readonly SheetChange[]): void {
    for (const change of changes) {
      this.withCell(change, (cell) => {
        const value = toValue(change.amountMinor);
        const ours = this.cells.draft[cell] !== this.cells.saved[cell];
        this.cells.saved[cell] = value;
        if (!ours) this.cells.write(cell, value, undefined);
      });
    }
    this.announce();
  }

  /** New live prices, after a publish. */
  applyLive(changes: readonly SheetChange[]): void {
    for (const change of changes) this.withCell(change, (cell) => this.cells.writeLive(cell, toValue(change.amountMinor)));
    this.announce();
  }

  private marginText(cell: number, column: SheetColumn): string {
    const target = this.columns.findIndex((other) => other.columnId === column.ofColumnId);
    const margin = target < 0 ? null : this.cells.marginAt(cell - (cell % this.columns.length) + target);
    return margin === null ? '' : this.text.formatMargin(margin);
  }

  /** A cell that somebody else has changed since keeps their value: an undo takes back only what it did itself. */
  private replay(patch: Patch | undefined, side: 'before' | 'after'): Patch | null {
    if (!patch) return null;
    const [values, texts, expected] = side === 'before' ? [patch.before, patch.beforeTexts, patch.after] : [patch.after, patch.afterTexts, patch.before];
    patch.cells.forEach((cell, index) => {
      if (this.cells.draft[cell] === expected[index]) this.cells.write(cell, values[index] ?? EMPTY, texts.get(cell));
    });
    this.announce();
    return patch;
  }

  /** The active cell stays on its row where that row is still shown. */
  private reorder(): void {
    const { focus } = this.currentSelection;
    const active = this.rowAt(focus.row);
    this.order = rowOrder(this, this.currentFilter, this.currentSort);
    const row = this.order.indexOf(active);
    this.moveTo({ row: Math.max(0, row), column: focus.column });
  }

  private withCell(change: SheetChange, act: (cell: number) => void): void {
    const row = this.rowIndex.get(change.variantId);
    const column = this.columns.findIndex((other) => other.columnId === change.columnId && other.kind === 'price');
    if (row !== undefined && column >= 0) act(row * this.columns.length + column);
  }

  private announce(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
