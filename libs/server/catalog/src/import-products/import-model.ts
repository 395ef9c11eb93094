import type { Contents, ImportField, ImportFinding, ImportFormat } from '@oneshelf/contracts';

/** A text of the file and the column where it stands. */
export interface Cell {
  column: string;
  text: string;
}

/** An option of a variant: its name stands in a column of its own, or the value's column is named after it. */
export interface OptionColumns {
  name: { column: string } | { fixed: string };
  value: string;
}

/** Where a file of known columns keeps what. Every format is such a table; one reader serves all. */
export interface FileLayout {
  format: Exclude<ImportFormat, 'unknown'>;
  fields: Partial<Record<ImportField, string>>;
  options: OptionColumns[];
  /** Vendure keeps all option names (and values) in one cell: "size|colour". */
  optionSeparator: string | null;
  /** One column a currency, as Medusa has it; beside or in place of the fields price and currency. */
  pricesByCurrency: { currency: string; column: string }[];
  /** Vendure: "category:Shoes|brand:Acme". */
  facets: string | null;
  /** Columns that are kept as attributes; `separator` divides several values of a cell, null: it has one. */
  attributes: { name: string; column: string; separator: string | null }[];
  /** How rows make a product: by equal handle; a row with a title starts one; each row is one. */
  grouping: 'handle' | 'title-starts' | 'row';
  /** Machines write 1299.00; a file mapped by hand follows the market's locale. */
  machineNumbers: boolean;
}

/** One row, cut down to the columns that the layout uses. `row` counts as a spreadsheet does: the header is row 1. */
export interface RowDraft {
  row: number;
  cells: string[];
}

export interface VariantDraft {
  row: number;
  sku: string;
  skuMade: boolean;
  title: string;
  optionValues: string[];
  barcode: string | null;
  /** undefined: the file has no such column, what we have stays. */
  costMinor: number | undefined;
  weightGrams: number | undefined;
  contents: Contents | undefined;
  imageUrl: string | undefined;
  /** In the market's currency; null: the file has none. */
  priceMinor: number | null;
  /** Opening stock; null or 0: none. */
  stockMilli: number | null;
  stockLocation: string | undefined;
}

/** A product as the file has it, valid by itself. Fields that the file has no column for are undefined. */
export interface ProductDraft {
  row: number;
  /** All its rows, for the count and the file of rejected rows. */
  rows: number[];
  handle: string;
  /** The handle is ours, so the product is found again by its SKU. */
  handleMade: boolean;
  title: string;
  description: string | undefined;
  brand: string | undefined;
  department: string | undefined;
  category: string | undefined;
  taxClass: string | undefined;
  status: string | undefined;
  imageUrl: string | undefined;
  optionNames: string[];
  /** Null takes one away. */
  attributes: Record<string, string | string[] | null> | undefined;
  collections: string[];
  variants: VariantDraft[];
  pricesInOtherCurrencies: number;
}

export type Finding = ImportFinding;

/** What a market says about a file: prices in another currency are left out, texts in another language too. */
export interface ImportContext {
  marketCode: string;
  currency: string;
  locale: string;
}
