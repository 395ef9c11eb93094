import type { PriceFormula } from '@oneshelf/domain-pricing';

/** One variant of the sheet. Cost is net of tax, in the store's `costCurrency`. */
export interface SheetRow {
  readonly variantId: string;
  readonly sku: string;
  readonly title: string;
  readonly costMinor: number | null;
  /** Tax contained in tax-inclusive prices of this row: 2000 = 20 %. */
  readonly taxRateBasisPoints: number;
  /** The least that the maker lets it be advertised at, in `costCurrency`; null: no limit is known. */
  readonly mapMinor: number | null;
}

export type ColumnKind = 'sku' | 'title' | 'cost' | 'margin' | 'reference' | 'price';

/** One column. Only `price` columns hold values of their own; the other kinds are shown, frozen and never written. */
export interface SheetColumn {
  readonly columnId: string;
  /** Translated text of the header. */
  readonly title: string;
  readonly kind: ColumnKind;
  readonly currency: string;
  /** Digits after the point in this currency: 2 for GBP, 0 for JPY. */
  readonly fractionDigits: number;
  readonly editable: boolean;
  readonly taxInclusive: boolean;
  /** For `price`: what the header says below the title, such as the formula. */
  readonly note?: string;
  /** For `price`: gives a cell its price where none is set by hand. */
  readonly derivation?: ColumnDerivation;
  /** For `margin` and `reference`: the price column whose margin, or difference, is shown. */
  readonly ofColumnId?: string;
  /** For `reference`: what is asked there, in the rows' order. */
  readonly referencesMinor?: readonly (number | null)[];
}

/** A formula over another column, over fixed prices in the rows' order, or over the cost; none of them: no price. */
export interface ColumnDerivation {
  readonly formula: PriceFormula;
  readonly baseName: string;
  readonly baseColumnId: string | null;
  readonly pinnedMinor: readonly (number | null)[] | null;
  readonly isFromCost: boolean;
}

/** Values of one price column, in the order of the rows; null is an empty cell. */
export interface ColumnValues {
  readonly liveMinor: readonly (number | null)[];
  readonly draftMinor: readonly (number | null)[];
}

/** A cell by its product and column. */
export interface CellPlace {
  readonly variantId: string;
  readonly columnId: string;
}

/** A value to save, and what its editor saw there. */
export interface SheetChange extends CellPlace {
  readonly amountMinor: number | null;
  readonly sawMinor: number | null;
}

/** Who changed a cell and when, as far as it is known. */
export interface EditedBy {
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

/** What the server has in a cell since somebody else changed it. */
export interface RemoteCell extends CellPlace, EditedBy {
  readonly amountMinor: number | null;
}

/** All but `below_cost` and `below_map` keep a value from being saved. */
export type CellError = 'not_a_price' | 'negative' | 'too_large' | 'below_cost' | 'below_map';

export type ParsedMoney = { readonly ok: true; readonly amountMinor: number } | { readonly ok: false };

/** How amounts are read and written in the user's locale; the engine knows no locale of its own. */
export interface SheetText {
  parseMoney(text: string, column: SheetColumn): ParsedMoney;
  formatMoney(amountMinor: number, column: SheetColumn): string;
  formatMargin(marginBasisPoints: number): string;
  formatDifference(basisPoints: number): string;
}

/** The largest price that a draft takes (SaveDraftRequest): ten million in a currency with cents. */
export const MAX_PRICE_MINOR = 1_000_000_000;

/** An empty cell. Below every real amount and exact in a double, so `===` works (NaN would not equal itself). */
export const EMPTY = Number.MIN_SAFE_INTEGER;
/** A cell whose text could not be read; the text is kept beside the value. */
export const UNREADABLE = Number.MIN_SAFE_INTEGER + 1;
/** Stands in `saved` after a save failed: differs from every value, so the cell is sent again. */
export const NEVER_SAVED = Number.MIN_SAFE_INTEGER + 2;

export const isAmount = (value: number): boolean => value > NEVER_SAVED;
export const toAmount = (value: number): number | null => (isAmount(value) ? value : null);
export const toValue = (amountMinor: number | null): number => amountMinor ?? EMPTY;
