import { isUtf8 } from 'node:buffer';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { readRecords } from './read-records';

/** The file cannot be read at all; `message` says what it is and what to do. */
export interface FileRefusal {
  kind: 'empty_file' | 'no_rows' | 'binary_file' | 'excel_workbook' | 'wrong_encoding' | 'json_file' | 'xml_file' | 'not_csv' | 'duplicate_columns' | 'broken_quotes';
  message: string;
}

export interface ProductFile {
  content: Buffer;
  delimiter: string;
  columns: string[];
  /** Rows with anything in them, without the header. */
  rowsTotal: number;
  /** The first rows, for the mapping screen. */
  samples: string[][];
}

const SAMPLES = 3;
const SHAPE_ROWS = 50;
const DELIMITERS = [',', ';', '\t', '|'];

/** Looks at the whole file once: is it a CSV in UTF-8 with a header and rows, and how is it cut? Nothing is stored. */
export async function openProductFile(content: Buffer): Promise<Result<ProductFile, FileRefusal>> {
  const strange = refuseByBytes(content);
  if (strange) return refuse(strange);
  const delimiter = sniffDelimiter(content);
  if (!delimiter) return refuse({ kind: 'not_csv', message: 'This is not a CSV file: its first line has no columns divided by comma, semicolon, tab or |. Nothing was stored. Export the products as CSV and try again.' });
  const file: ProductFile = { content, delimiter, columns: [], rowsTotal: 0, samples: [] };
  const shape = { seen: 0, fitting: 0 };
  try {
    for await (const { row, cells } of readRecords(content, delimiter)) {
      if (file.columns.length === 0) {
        file.columns = nameColumns(cells);
        continue;
      }
      file.rowsTotal += 1;
      if (file.samples.length < SAMPLES) file.samples.push(cells.map((cell) => cell.slice(0, 200)));
      if (row <= SHAPE_ROWS) {
        shape.seen += 1;
        // Some exports leave blank cells at a row's end out; prose has no such order.
        if (Math.abs(cells.length - file.columns.length) <= Math.floor(file.columns.length / 3)) shape.fitting += 1;
      }
    }
  } catch (error) {
    return refuse({ kind: 'broken_quotes', message: `The file cannot be cut into rows: ${(error as Error).message}. Nothing was stored. Close the quotation mark there and try again.` });
  }
  const misfit = refuseByShape(file, shape);
  return misfit ? refuse(misfit) : ok(file);
}

function refuseByBytes(content: Buffer): FileRefusal | null {
  if (content.length === 0) return { kind: 'empty_file', message: 'The file is empty. Nothing was stored.' };
  if (content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    return { kind: 'excel_workbook', message: 'This is a workbook or an archive, not a CSV file. Nothing was stored. In Excel, save it as "CSV UTF-8" and try again.' };
  }
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return wrongEncoding('it is UTF-16');
  if (content.includes(0)) return { kind: 'binary_file', message: 'This is a binary file, not a CSV file. Nothing was stored.' };
  if (!isUtf8(content)) return wrongEncoding(`line ${firstBadLine(content)} is not`);
  const start = content.subarray(0, 400).toString('utf8').replace('\ufeff', '').trimStart();
  if (start === '') return { kind: 'empty_file', message: 'The file holds only blanks. Nothing was stored.' };
  if (/^[[{]/.test(start)) return { kind: 'json_file', message: 'This is a JSON file; products are imported from CSV. Nothing was stored. Export them as CSV and try again.' };
  if (start.startsWith('<')) return { kind: 'xml_file', message: 'This is an XML or HTML file; products are imported from CSV. Nothing was stored. Export them as CSV and try again.' };
  return null;
}

const wrongEncoding = (why: string): FileRefusal => ({
  kind: 'wrong_encoding',
  message: `The file is not in UTF-8: ${why}. Nothing was stored, so that no letter is spoilt. Save it as "CSV UTF-8" and try again.`,
});

function firstBadLine(content: Buffer): number {
  for (let line = 1, from = 0; ; line += 1) {
    const end = content.indexOf(10, from);
    if (end === -1 || !isUtf8(content.subarray(from, end))) return line;
    from = end + 1;
  }
}

/** The delimiter that cuts the first line into the most cells; quoted text does not count. Null: one cell only. */
function sniffDelimiter(content: Buffer): string | null {
  const line = content.subarray(0, 65_536).toString('utf8').trimStart().split(/\r?\n/, 1)[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 })).sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.delimiter : null;
}

const nameColumns = (cells: string[]): string[] => cells.map((cell, index) => cell || `(column ${index + 1})`);

function refuseByShape({ columns, rowsTotal }: ProductFile, shape: { seen: number; fitting: number }): FileRefusal | null {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  const looksLikeText = columns.some((column) => column.length > 120) || shape.fitting * 2 < shape.seen;
  if (looksLikeText) return { kind: 'not_csv', message: 'This is not a table: its rows do not have the columns of its first line. Nothing was stored. Export the products as CSV with a header and try again.' };
  if (twice !== undefined) return { kind: 'duplicate_columns', message: `Two columns are called "${twice}". Nothing was stored. Rename one and try again.` };
  if (rowsTotal === 0) return { kind: 'no_rows', message: 'The file has a header but no rows. Nothing was stored.' };
  return null;
}
