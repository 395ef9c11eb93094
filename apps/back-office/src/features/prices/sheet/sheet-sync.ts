import { isEditClash } from '@oneshelf/domain-pricing';
import { widenedCell, type SheetCells } from './sheet-cells';
import { EMPTY, NEVER_SAVED, toAmount, toValue, type CellPlace, type EditedBy, type RemoteCell, type SheetChange, type SheetColumn, type SheetRow } from './sheet-types';

/** A cell that somebody else changed while ours was not saved: both stand until a person chooses. */
export interface CellClash extends EditedBy {
  /** What the server has. */
  readonly theirs: number;
}

/** A cell that somebody else changed; it counts as long as the cell holds that value. */
export interface CellMark extends EditedBy {
  readonly value: number;
  /** When it came, in the store's count of versions. */
  readonly turn: number;
}

export interface SyncInput {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly cells: SheetCells;
}

/** What the server has against what stands in the sheet: changes to send, changes of others, and where they clash. */
export class SheetSync {
  clashes = new Map<number, CellClash>();
  private marks = new Map<number, CellMark>();
  /** What was seen in the cells whose save got no answer. */
  private unanswered = new Map<number, number>();
  private readonly rows: readonly SheetRow[];
  private readonly rowIndex: ReadonlyMap<string, number>;
  private columns: readonly SheetColumn[];
  /** Of each column of prices its place in the data. */
  private places: ReadonlyMap<string, number>;
  private cells: SheetCells;

  constructor({ rows, columns, cells }: SyncInput) {
    this.rowIndex = new Map(rows.map((row, index) => [row.variantId, index]));
    this.columns = columns;
    this.places = pricePlaces(columns);
    this.cells = cells;
    this.rows = rows;
  }

  /** Who else changed this cell last, and when; null where nobody did, or where it was changed here since. */
  markAt(cell: number): CellMark | null {
    const mark = this.marks.size === 0 ? undefined : this.marks.get(cell);
    return mark && this.cells.draft[cell] === mark.value ? mark : null;
  }

  /** Whether somebody else changed the cell after that turn. */
  wasTouchedAfter(cell: number, turn: number): boolean {
    return this.marks.size > 0 && (this.marks.get(cell)?.turn ?? -1) > turn;
  }

  /**
   * What is to be saved: each draft value that differs from the last saved one, with what was saved before. They count
   * as saved from now on; when the save fails, hand them to `returnChanges`. Cells without a valid price wait until a
   * person mends them, clashes until a person chooses.
   */
  takeChanges(): SheetChange[] {
    const { draft, saved, width } = this.cells;
    const changes: SheetChange[] = [];
    for (let cell = 0; cell < draft.length; cell += 1) {
      const value = draft[cell] ?? EMPTY;
      if (value === saved[cell] || this.clashes.has(cell) || !this.cells.isSavable(cell)) continue;
      const row = this.rows[Math.floor(cell / width)];
      const column = this.columns[cell % width];
      if (!row || !column) continue;
      changes.push({ variantId: row.variantId, columnId: column.columnId, amountMinor: toAmount(value), sawMinor: toAmount(this.knownAt(cell)) });
      saved[cell] = value;
      this.unanswered.delete(cell);
    }
    return changes;
  }

  /** Marks changes whose save failed, so that `takeChanges` gives them again with the value of that time. */
  returnChanges(changes: readonly SheetChange[]): void {
    for (const change of changes) {
      this.withCell(change, (cell) => {
        this.unanswered.set(cell, toValue(change.sawMinor));
        this.cells.saved[cell] = NEVER_SAVED;
      });
    }
  }

  /** Cells that a save left alone because somebody else had changed them: theirs is what the server has. */
  refuse(cells: readonly RemoteCell[]): void {
    for (const remote of cells) {
      this.withCell(remote, (cell) => {
        this.cells.saved[cell] = toValue(remote.amountMinor);
        this.clash(cell, remote);
      });
    }
  }

  /** Draft values saved by somebody else. A cell with another change of ours that is not saved yet keeps it: a clash. */
  applyRemote(cells: readonly RemoteCell[], turn: number): void {
    for (const remote of cells) this.withCell(remote, (cell) => this.apply(cell, { ...remote, turn }));
  }

  /** Another draft, or none, is open in these columns: these are all of its changes, all else is as live. */
  applyWhole(columnIds: readonly string[], cells: readonly RemoteCell[], { turn, changedBy }: { turn: number; changedBy: string | null }): void {
    const drafted = new Map<number, RemoteCell>();
    for (const remote of cells) this.withCell(remote, (cell) => drafted.set(cell, remote));
    const { width, live } = this.cells;
    const wanted = new Set(columnIds);
    this.columns.forEach((column, index) => {
      if (column.kind !== 'price' || !wanted.has(column.columnId)) return;
      for (let cell = index; cell < live.length; cell += width) {
        const remote = drafted.get(cell);
        this.apply(cell, remote ? { ...remote, turn } : { amountMinor: toAmount(live[cell] ?? EMPTY), changedBy, changedAt: null, turn });
      }
    });
  }

  /** New live prices, after a publish; a cell without a change in the draft follows. */
  applyLive(changes: readonly (CellPlace & { readonly amountMinor: number | null })[], { turn, changedBy }: { turn: number; changedBy: string | null }): void {
    for (const change of changes) {
      this.withCell(change, (cell) => {
        const follows = this.knownAt(cell) === this.cells.live[cell];
        this.cells.writeLive(cell, toValue(change.amountMinor));
        if (follows) this.apply(cell, { amountMinor: change.amountMinor, changedBy, changedAt: null, turn });
      });
    }
  }

  /** What the server has, which somebody else wrote, and what stands here are both kept until a person chooses. */
  clash(cell: number, { changedBy, changedAt }: EditedBy): void {
    const theirs = this.cells.saved[cell] ?? EMPTY;
    if (this.cells.draft[cell] === theirs) this.clashes.delete(cell);
    else this.clashes.set(cell, { theirs, changedBy, changedAt });
    this.cells.touch(cell);
  }

  /** Cells that somebody else changed before the sheet was opened. */
  noteOthers(cells: readonly RemoteCell[]): void {
    for (const { changedBy, changedAt, ...remote } of cells) this.withCell(remote, (cell) => this.marks.set(cell, { value: toValue(remote.amountMinor), changedBy, changedAt, turn: -1 }));
  }

  /** Our value is to stand although somebody else wrote another: it is sent as what replaces theirs. */
  keepMine(cell: number): void {
    this.clashes.delete(cell);
    this.cells.touch(cell);
  }

  /** The sheet became one column wider. */
  widen(columns: readonly SheetColumn[], cells: SheetCells): void {
    const width = this.cells.width;
    const moved = <Value>(known: ReadonlyMap<number, Value>) => new Map([...known].map(([cell, value]) => [widenedCell(cell, width), value]));
    [this.clashes, this.marks, this.unanswered] = [moved(this.clashes), moved(this.marks), moved(this.unanswered)];
    [this.columns, this.places, this.cells] = [columns, pricePlaces(columns), cells];
  }

  private apply(cell: number, { amountMinor, changedBy, changedAt, turn }: EditedBy & { readonly amountMinor: number | null; readonly turn: number }): void {
    const { draft, saved } = this.cells;
    const value = toValue(amountMinor);
    const known = this.knownAt(cell);
    if (value === known) return;
    const mine = draft[cell] ?? EMPTY;
    const isOurs = mine !== saved[cell];
    saved[cell] = value;
    this.unanswered.delete(cell);
    if (!isOurs) {
      this.marks.set(cell, { value, changedBy, changedAt, turn });
      this.cells.write(cell, value, undefined);
    } else if (isEditClash({ sawMinor: known, nowMinor: value, wantedMinor: mine })) this.clash(cell, { changedBy, changedAt });
    else this.clashes.delete(cell);
  }

  /** What the server had when it was last heard of. */
  private knownAt(cell: number): number {
    const saved = this.cells.saved[cell] ?? EMPTY;
    return saved === NEVER_SAVED ? (this.unanswered.get(cell) ?? EMPTY) : saved;
  }

  private withCell(place: CellPlace, act: (cell: number) => void): void {
    const row = this.rowIndex.get(place.variantId);
    const column = this.places.get(place.columnId);
    if (row !== undefined && column !== undefined) act(row * this.cells.width + column);
  }
}

const pricePlaces = (columns: readonly SheetColumn[]): Map<string, number> => new Map(columns.flatMap(({ columnId, kind }, place) => (kind === 'price' ? [[columnId, place] as const] : [])));
