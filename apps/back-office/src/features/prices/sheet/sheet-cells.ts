import { costAsBase, derivePrice, isBelowCost, isBelowMap, isLargeChange, marginBasisPoints, referenceDifference, type DerivedPrice, type MarginInput } from '@oneshelf/domain-pricing';
import {
  EMPTY, isAmount, MAX_PRICE_MINOR, toValue, UNREADABLE,
  type CellError, type ColumnValues, type SheetColumn, type SheetRow,
} from './sheet-types';

const ERRORS: readonly (CellError | null)[] = [null, 'not_a_price', 'negative', 'too_large', 'below_cost', 'below_map'];

/** What the cells are made of. Cost is compared only in columns of `costCurrency`. */
export interface CellsInput {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly values: Readonly<Record<string, ColumnValues>>;
  readonly costCurrency: string;
}

/**
 * The columnar data of a sheet: three layers of minor units (live, saved, draft) in row-major arrays,
 * the error of each cell, and counts that are kept current with each write.
 */
export class SheetCells {
  readonly width: number;
  readonly live: Float64Array;
  readonly saved: Float64Array;
  readonly draft: Float64Array;
  readonly rowVersions: Uint32Array;
  /** Typed text of the cells that could not be read. */
  readonly texts = new Map<number, string>();
  changedCount = 0;
  toFixCount = 0;
  private readonly errors: Uint8Array;
  /** Of each column the place of its base; −1 without one. */
  private readonly bases: readonly number[];

  constructor(private readonly input: CellsInput) {
    this.width = input.columns.length;
    this.bases = input.columns.map(({ derivation }) => (derivation?.baseColumnId ? input.columns.findIndex((other) => other.columnId === derivation.baseColumnId) : -1));
    const size = input.rows.length * this.width;
    this.live = new Float64Array(size).fill(EMPTY);
    this.saved = new Float64Array(size).fill(EMPTY);
    this.draft = new Float64Array(size).fill(EMPTY);
    this.errors = new Uint8Array(size);
    this.rowVersions = new Uint32Array(input.rows.length);
    input.columns.forEach((column, index) => {
      if (column.kind === 'price') this.fillColumn(index, input.values[column.columnId]);
    });
  }

  /** Writes one draft value; `text` is what was typed, for an unreadable cell. */
  write(cell: number, value: number, text: string | undefined): void {
    this.count(cell, -1);
    this.draft[cell] = value;
    if (value === UNREADABLE) this.texts.set(cell, text ?? '');
    else if (this.texts.size > 0) this.texts.delete(cell);
    this.settle(cell);
  }

  /** The row is to be shown again, although its values are the same. */
  touch(cell: number): void {
    const row = Math.floor(cell / this.width);
    this.rowVersions[row] = (this.rowVersions[row] ?? 0) + 1;
  }

  /** The same cells with one more column at the end, which is empty; cell numbers change with the width. */
  widened(columns: readonly SheetColumn[]): SheetCells {
    const wider = new SheetCells({ ...this.input, columns, values: {} });
    for (let cell = 0; cell < this.draft.length; cell += 1) {
      const place = widenedCell(cell, this.width);
      wider.live[place] = this.live[cell] ?? EMPTY;
      wider.saved[place] = this.saved[cell] ?? EMPTY;
      wider.draft[place] = this.draft[cell] ?? EMPTY;
      wider.errors[place] = this.errors[cell] ?? 0;
    }
    for (const [cell, text] of this.texts) wider.texts.set(widenedCell(cell, this.width), text);
    wider.rowVersions.set(this.rowVersions.map((version) => version + 1));
    wider.changedCount = this.changedCount;
    wider.toFixCount = this.toFixCount;
    return wider;
  }

  /** Writes what tills sell at now. */
  writeLive(cell: number, value: number): void {
    this.count(cell, -1);
    this.live[cell] = value;
    this.settle(cell);
  }

  isChanged(cell: number): boolean {
    return this.draft[cell] !== this.live[cell];
  }

  /** Against the live price; worth a second look, not an error. */
  isLargeChange(cell: number): boolean {
    const live = this.live[cell] ?? EMPTY;
    const draft = this.draft[cell] ?? EMPTY;
    return isAmount(live) && isAmount(draft) && isLargeChange(live, draft);
  }

  /** What is sold at: the draft's price, else what the formula makes of the draft. EMPTY or UNREADABLE where there is none. */
  priceAt(cell: number): number {
    const value = this.draft[cell] ?? EMPTY;
    return value === EMPTY ? (this.derivedAt(cell)?.amountMinor ?? EMPTY) : value;
  }

  /** The formula's price with its steps, whether or not another one is set by hand; null without a formula or a base. */
  derivedAt(cell: number, depth = 0): DerivedPrice | null {
    const row = Math.floor(cell / this.width);
    const column = cell % this.width;
    const derivation = this.input.columns[column]?.derivation;
    const facts = this.input.rows[row];
    if (!derivation || !facts || depth > this.width) return null;
    const taxRateBasisPoints = this.input.columns[column]?.taxInclusive ? facts.taxRateBasisPoints : 0;
    const baseMinor = this.baseAt(row, column, depth);
    return baseMinor === null ? null : derivePrice(derivation.formula, { baseMinor, costMinor: facts.costMinor, taxRateBasisPoints });
  }

  private baseAt(row: number, column: number, depth: number): number | null {
    const derivation = this.input.columns[column]?.derivation;
    const facts = this.input.rows[row];
    if (!derivation || !facts) return null;
    if (derivation.pinnedMinor) return derivation.pinnedMinor[row] ?? null;
    if (derivation.isFromCost) return facts.costMinor === null ? null : costAsBase(facts.costMinor, this.input.columns[column]?.taxInclusive ? facts.taxRateBasisPoints : 0);
    const base = this.bases[column] ?? -1;
    if (base < 0) return null;
    const cell = row * this.width + base;
    const value = this.draft[cell] ?? EMPTY;
    if (value === EMPTY) return this.derivedAt(cell, depth + 1)?.amountMinor ?? null;
    return isAmount(value) ? value : null;
  }

  errorAt(cell: number): CellError | null {
    // A formula's price moves with its base: it is judged when asked.
    if (this.draft[cell] === EMPTY && this.input.columns[cell % this.width]?.derivation) {
      return this.tooLow(cell);
    }
    return ERRORS[this.errors[cell] ?? 0] ?? null;
  }

  /** Whether the draft value may be sent: one bad cell would have the whole save refused. */
  isSavable(cell: number): boolean {
    const error = this.errorAt(cell);
    return error === null || error === 'below_cost' || error === 'below_map';
  }

  /** Margin of a price cell net of tax, in basis points; null without a price, a cost, or in another currency. */
  marginAt(cell: number): number | null {
    const input = this.marginInput(cell);
    return input === null ? null : marginBasisPoints(input);
  }

  /** How far the price of a cell is from a reference, in basis points of the reference; null where either is missing. */
  differenceAt(cell: number, referenceMinor: number | null): number | null {
    const priceMinor = this.priceAt(cell);
    return referenceMinor === null || !isAmount(priceMinor) ? null : referenceDifference({ priceMinor, referenceMinor });
  }

  private fillColumn(index: number, values: ColumnValues | undefined): void {
    // The layers are empty already.
    if (!values) return;
    for (let row = 0; row < this.input.rows.length; row += 1) {
      const cell = row * this.width + index;
      this.live[cell] = toValue(values.liveMinor[row] ?? null);
      this.draft[cell] = toValue(values.draftMinor[row] ?? null);
      this.saved[cell] = this.draft[cell] ?? EMPTY;
      this.settle(cell);
    }
  }

  private settle(cell: number): void {
    this.errors[cell] = this.judge(cell);
    this.count(cell, 1);
    this.touch(cell);
  }

  /** An error counts as 'to fix' only where this draft changes the price: what is live already blocks nobody. */
  private count(cell: number, step: 1 | -1): void {
    if (!this.isChanged(cell)) return;
    this.changedCount += step;
    if (this.errors[cell] !== 0) this.toFixCount += step;
  }

  private judge(cell: number): number {
    const value = this.draft[cell] ?? EMPTY;
    if (value === EMPTY) return 0;
    if (value === UNREADABLE) return ERRORS.indexOf('not_a_price');
    if (value < 0) return ERRORS.indexOf('negative');
    if (value > MAX_PRICE_MINOR) return ERRORS.indexOf('too_large');
    return ERRORS.indexOf(this.tooLow(cell));
  }

  private tooLow(cell: number): CellError | null {
    const input = this.marginInput(cell);
    if (input !== null && isBelowCost(input)) return 'below_cost';
    const mapMinor = this.input.rows[Math.floor(cell / this.width)]?.mapMinor ?? null;
    if (mapMinor === null || this.input.columns[cell % this.width]?.currency !== this.input.costCurrency) return null;
    const priceMinor = this.priceAt(cell);
    return isAmount(priceMinor) && isBelowMap(priceMinor, [mapMinor]) ? 'below_map' : null;
  }

  private marginInput(cell: number): MarginInput | null {
    const priceMinor = this.priceAt(cell);
    const row = this.input.rows[Math.floor(cell / this.width)];
    const column = this.input.columns[cell % this.width];
    if (!isAmount(priceMinor) || !row || !column || row.costMinor === null) return null;
    if (column.currency !== this.input.costCurrency) return null;
    return { priceMinor, costMinor: row.costMinor, taxRateBasisPoints: row.taxRateBasisPoints, taxInclusive: column.taxInclusive };
  }
}

/** Where a cell of a sheet that was `width` wide stands once it is one wider. */
export const widenedCell = (cell: number, width: number): number => cell + Math.floor(cell / width);
