export type PatchKind = 'edit' | 'paste' | 'cut' | 'clear' | 'fill' | 'adjust' | 'theirs';

/** One undoable step over any number of cells, as parallel arrays; texts only where a cell was unreadable. */
export interface Patch {
  readonly kind: PatchKind;
  /** When it was made, in the store's count of versions. */
  readonly turn: number;
  readonly cells: Uint32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly beforeTexts: ReadonlyMap<number, string>;
  readonly afterTexts: ReadonlyMap<number, string>;
}

const STEP_LIMIT = 500;
// Twenty bytes a cell: at most 40 MB of history in the tab.
const CELL_LIMIT = 2_000_000;

/** The steps that can be taken back and made again. The newest step is always kept, whatever its size. */
export class SheetHistory {
  private readonly done: Patch[] = [];
  private undone: Patch[] = [];
  private cellCount = 0;

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** A new step ends what could be made again. */
  record(patch: Patch): void {
    for (const lost of this.undone) this.cellCount -= lost.cells.length;
    this.undone = [];
    this.done.push(patch);
    this.cellCount += patch.cells.length;
    while (this.done.length > 1 && (this.done.length > STEP_LIMIT || this.cellCount > CELL_LIMIT)) {
      this.cellCount -= this.done.shift()?.cells.length ?? 0;
    }
  }

  /** The sheet became wider: every step speaks of the cells by their new numbers. */
  renumber(next: (cell: number) => number): void {
    for (const steps of [this.done, this.undone]) steps.forEach((patch, index) => { steps[index] = renumbered(patch, next); });
  }

  takeUndo(): Patch | undefined {
    return move(this.done, this.undone);
  }

  takeRedo(): Patch | undefined {
    return move(this.undone, this.done);
  }
}

function move(from: Patch[], to: Patch[]): Patch | undefined {
  const patch = from.pop();
  if (patch) to.push(patch);
  return patch;
}

function renumbered(patch: Patch, next: (cell: number) => number): Patch {
  const texts = (known: ReadonlyMap<number, string>) => new Map([...known].map(([cell, text]) => [next(cell), text]));
  return { ...patch, cells: patch.cells.map(next), beforeTexts: texts(patch.beforeTexts), afterTexts: texts(patch.afterTexts) };
}
