import type { StockFileAnswer } from '@oneshelf/contracts';
import { parse } from 'csv-parse/sync';

export type FileProblem = StockFileAnswer['problems'][number];

/** One row as it was written. `milli` is absolute, or a difference where `isDelta`. */
export interface StockFileRow {
  row: number;
  sku: string;
  location: string;
  milli: number;
  isDelta: boolean;
  asOf: string;
}

const MOST_ROWS = 20_000;
const COLUMNS = { sku: ['sku'], location: ['location', 'location code', 'standort'], onHand: ['on_hand', 'on hand', 'bestand'], delta: ['delta', 'difference', 'differenz'], asOf: ['as_of', 'as of', 'stand'] } as const;
type Column = keyof typeof COLUMNS;

/** Rows of a file of levels: SKU, location, and on_hand or delta; as_of where the file says when its numbers were read. */
export function readStockFile(csv: string, asOf: string): { rows: StockFileRow[]; problems: FileProblem[] } {
  let table: string[][];
  try {
    table = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter: (csv.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',' });
  } catch (error) {
    return { rows: [], problems: [{ row: 1, column: '', code: 'unreadable', value: error instanceof Error ? error.message.slice(0, 200) : '' }] };
  }
  const at = columnsOf(table[0] ?? []);
  const missing = (['sku', 'location'] as const).filter((name) => at[name] === -1).map((name): FileProblem => ({ row: 1, column: name, code: 'missing_column', value: '' }));
  if (at.onHand === -1 && at.delta === -1) missing.push({ row: 1, column: 'on_hand', code: 'missing_column', value: '' });
  if (missing.length > 0) return { rows: [], problems: missing };
  if (table.length - 1 > MOST_ROWS) return { rows: [], problems: [{ row: MOST_ROWS + 2, column: '', code: 'too_many_rows', value: String(table.length - 1) }] };
  const rows: StockFileRow[] = [];
  const problems: FileProblem[] = [];
  table.slice(1).forEach((cells, index) => {
    const read = readRow(cells, { at, row: index + 2, asOf });
    if ('code' in read) problems.push(read);
    else if ('sku' in read) rows.push(read);
  });
  return { rows, problems };
}

const columnsOf = (header: string[]): Record<Column, number> => {
  const names = header.map((name) => name.trim().toLowerCase());
  return Object.fromEntries(Object.entries(COLUMNS).map(([column, words]) => [column, names.findIndex((name) => (words as readonly string[]).includes(name))])) as Record<Column, number>;
};

/** A row without a number leaves its level as it is. */
function readRow(cells: string[], { at, row, asOf }: { at: Record<Column, number>; row: number; asOf: string }): StockFileRow | FileProblem | { empty: true } {
  const cell = (column: Column): string => (at[column] === -1 ? '' : (cells[at[column]] ?? ''));
  const [onHand, delta, instant] = [cell('onHand'), cell('delta'), cell('asOf')];
  if (onHand === '' && delta === '') return { empty: true };
  if (onHand !== '' && delta !== '') return { row, column: 'delta', code: 'both_numbers', value: delta };
  const isDelta = onHand === '';
  const text = isDelta ? delta : onHand;
  const milli = readMilli(text);
  if (milli === null) return { row, column: isDelta ? 'delta' : 'on_hand', code: 'not_a_number', value: text };
  if (instant !== '' && (!/^\d{4}-\d\d-\d\dT/.test(instant) || Number.isNaN(Date.parse(instant)))) return { row, column: 'as_of', code: 'not_an_instant', value: instant };
  return { row, sku: cell('sku'), location: cell('location'), milli, isDelta, asOf: instant === '' ? asOf : new Date(instant).toISOString() };
}

/** '12', '-3', '1.5' or '1,5': thousandths; null for anything else. Three digits behind a sign could be thousands. */
function readMilli(text: string): number | null {
  const parts = /^([+-]?)(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!parts) return null;
  const milli = Number(parts[2]) * 1000 + Number((parts[3] ?? '').padEnd(3, '0'));
  return parts[1] === '-' ? 0 - milli : milli;
}
