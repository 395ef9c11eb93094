import type { BinFileAnswer } from '@oneshelf/contracts';
import { readBinCode, type BinCode } from '@oneshelf/domain-inventory';
import { parse } from 'csv-parse/sync';

export type BinFileProblem = BinFileAnswer['problems'][number];
export interface BinFileRow extends BinCode { row: number; walk: number | null; sku: string; isHome: boolean; mostMilli: number | null }

const MOST_ROWS = 20_000;
const COLUMNS = { bin: ['bin', 'lagerplatz'], walk: ['walk', 'weg'], sku: ['sku'], kind: ['kind', 'art'], maximum: ['maximum'] } as const;
type Column = keyof typeof COLUMNS;
const HOME = ['', 'home', 'hauptplatz'];
const OVERFLOW = ['overflow', 'reserve'];

/** Rows of a file of bins. Each row that cannot be used is named with its column; rows count as in a spreadsheet. */
export function readBinFile(csv: string): { rows: BinFileRow[]; problems: BinFileProblem[] } {
  let table: string[][];
  try {
    table = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter: (csv.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',' });
  } catch (error) {
    return { rows: [], problems: [{ row: 1, column: '', code: 'unreadable', value: error instanceof Error ? error.message.slice(0, 200) : '' }] };
  }
  const names = (table[0] ?? []).map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([column, words]) => [column, names.findIndex((name) => (words as readonly string[]).includes(name))])) as Record<Column, number>;
  if (at.bin === -1) return { rows: [], problems: [{ row: 1, column: 'bin', code: 'missing_column', value: '' }] };
  if (table.length - 1 > MOST_ROWS) return { rows: [], problems: [{ row: MOST_ROWS + 2, column: '', code: 'too_many_rows', value: String(table.length - 1) }] };
  const problems: BinFileProblem[] = [];
  const rows = table.slice(1).flatMap((cells, index): BinFileRow[] => {
    const read = readRow((column) => (at[column] === -1 ? '' : (cells[at[column]] ?? '')), index + 2);
    if ('aisle' in read) return [read];
    problems.push(read);
    return [];
  });
  return { rows, problems };
}

function readRow(cell: (column: Column) => string, row: number): BinFileRow | BinFileProblem {
  const code = readBinCode(cell('bin'));
  const kind = cell('kind').toLowerCase();
  if (!code) return { row, column: 'bin', code: 'not_a_bin', value: cell('bin') };
  if (![...HOME, ...OVERFLOW].includes(kind)) return { row, column: 'kind', code: 'not_a_kind', value: cell('kind') };
  if (!/^\d{0,6}$/.test(cell('walk'))) return { row, column: 'walk', code: 'not_a_number', value: cell('walk') };
  const most = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(cell('maximum'));
  if (cell('maximum') !== '' && (!most || Number(most[1]) + Number(most[2] ?? 0) === 0)) return { row, column: 'maximum', code: 'not_a_number', value: cell('maximum') };
  return { row, ...code, walk: cell('walk') === '' ? null : Number(cell('walk')), sku: cell('sku'), isHome: HOME.includes(kind), mostMilli: most ? Number(most[1]) * 1000 + Number((most[2] ?? '').padEnd(3, '0')) : null };
}
