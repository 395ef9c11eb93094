import type { PriceEnding } from './adjust-rule';
import type { AdjustOutcome } from './edit-cells';
import type { PasteOutcome } from './clipboard-commands';
import type { Replayed } from './sheet-store';
import type { CellClash, CellMark } from './sheet-sync';
import type { DerivedPrice } from '@oneshelf/domain-pricing';
import type { CellError, ColumnDerivation } from './sheet-types';

/** All text of the grid, translated by the caller. Counts are plain numbers; plural forms are the messages' work. */
export interface GridLabels {
  readonly find: FindLabels;
  /** Accessible name of the grid. */
  readonly name: string;
  /** Name of the editor: `List GBP for SWE-10003`. */
  editor(columnTitle: string, sku: string): string;
  /** Short text in an unreadable cell: `not a price`. */
  readonly notAPrice: string;
  /** Why a cell is wrong, for people and screen readers; `typed` is the text of an unreadable cell. */
  error(error: CellError, typed: string): string;
  /** Why a cell of a derived column says what it says: `List UK 49.00, −10% 44.10, ending 44.99`. */
  derived(price: DerivedPrice, derivation: ColumnDerivation, money: (amountMinor: number) => string): string;
  /** Spoken with a price that a formula gives. */
  readonly byFormula: string;
  /** Spoken with a price that stands instead of the formula's. */
  readonly setByHand: string;
  /** Who else changed a cell, and when. */
  changedBy(mark: CellMark): string;
  /** What somebody else wrote into a cell that was changed here too; `theirs` is empty where they took the price out. */
  clash(clash: CellClash, theirs: string): string;
  /** Spoken with a changed price, and with one that changed by more than half. */
  /** Spoken with a reference: how far our price is from it. */
  difference(text: string): string;
  readonly changed: string;
  readonly largeChange: string;
  pasted(outcome: PasteOutcome): string;
  copied(cells: number): string;
  cut(cells: number): string;
  cleared(cells: number): string;
  filled(cells: number): string;
  undone(done: Replayed): string;
  redone(done: Replayed): string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly readOnly: string;
  resized(columnTitle: string, width: number): string;
  sorted(columnTitle: string, direction: 'ascending' | 'descending' | 'none'): string;
}

export interface FindLabels {
  /** `Find in the sheet` */
  readonly name: string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
  readonly nothing: string;
  found(sku: string, columnTitle: string): string;
}

export interface AdjustLabels {
  /** Label of the percentage: `Adjust selection`. */
  readonly percent: string;
  /** Shown in the empty box: `+4%`. */
  readonly percentExample: string;
  readonly then: string;
  /** Accessible name of the choice of endings. */
  readonly ending: string;
  readonly anyEnding: string;
  /** 99 → `end in .99`, 0 → `end in .00`, with the separator of the locale. */
  endIn(ending: PriceEnding): string;
  readonly apply: string;
  readonly invalid: string;
  adjusted(outcome: AdjustOutcome): string;
}

export interface StatusLabels {
  selected(cells: number): string;
  sum(amount: string): string;
  average(amount: string): string;
  changed(cells: number): string;
  toFix(cells: number): string;
}
