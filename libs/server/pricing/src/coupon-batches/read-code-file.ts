import { MOST_CODES } from '@oneshelf/contracts';
import { normaliseCoupon } from '@oneshelf/domain-promotions';
import { parse } from 'csv-parse/sync';

export interface FileCode {
  row: number;
  column: number;
  /** As it is compared, and as it was written. */
  code: string;
  shown: string;
}

export interface CodeFileError {
  row: number;
  column: number;
  code: 'unreadable_file' | 'missing' | 'too_short' | 'too_long' | 'control_character' | 'strange_character' | 'repeated' | 'taken' | 'too_many';
  message: string;
}

const headings = ['code', 'codes', 'coupon', 'gutschein', 'gutscheincode'];

/** A file of codes, one a row: in the column with the heading "code", or without a heading in the first. Every wrong row is named. */
export function readCodeFile(content: Buffer): { codes: FileCode[]; errors: CodeFileError[] } {
  const rows = cellsOf(content);
  if (rows === null) return { codes: [], errors: [{ row: 1, column: 1, code: 'unreadable_file', message: 'This file cannot be read as UTF-8 text with one code a row. Save it as CSV (UTF-8).' }] };
  const headed = rows[0]?.findIndex((cell) => headings.includes(cell.trim().toLowerCase())) ?? -1;
  const column = Math.max(headed, 0);
  const codes = new Map<string, FileCode>();
  const errors: CodeFileError[] = [];
  rows.forEach((cells, index) => {
    if ((index === 0 && headed >= 0) || cells.every((cell) => cell === '')) return;
    const place = { row: index + 1, column: column + 1 };
    const shown = (cells[column] ?? '').replace(/^ +| +$/g, '');
    const code = normaliseCoupon(shown);
    const first = codes.get(code);
    const wrong = problemOf(shown, code) ?? (first ? { code: 'repeated' as const, message: `This code stands in row ${first.row} already.` } : undefined);
    if (wrong) errors.push({ ...place, ...wrong });
    else codes.set(code, { ...place, code, shown });
  });
  if (codes.size > MOST_CODES) errors.unshift({ row: MOST_CODES + 1, column: column + 1, code: 'too_many', message: `At most ${MOST_CODES} codes go into one batch. Send the others in as another one.` });
  if (codes.size === 0 && errors.length === 0) errors.push({ row: 1, column: 1, code: 'missing', message: 'There is no code in this file.' });
  return { codes: [...codes.values()], errors };
}

function problemOf(shown: string, code: string): Pick<CodeFileError, 'code' | 'message'> | undefined {
  const control = /\p{C}/u.exec(shown)?.[0];
  if (control !== undefined) return { code: 'control_character', message: `This code holds the control character U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}. Take it out.` };
  if (shown === '') return { code: 'missing', message: 'There is no code in this row.' };
  if (!/^[\p{L}\p{N} -]+$/u.test(shown)) return { code: 'strange_character', message: 'A code is made of letters, digits, spaces and dashes.' };
  if (code.length < 3) return { code: 'too_short', message: 'A code has at least three letters or digits.' };
  return shown.length > 40 ? { code: 'too_long', message: 'A code has at most 40 characters.' } : undefined;
}

function cellsOf(content: Buffer): string[][] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return parse(text, { delimiter: [',', ';'], relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 10_000 }) as string[][];
  } catch {
    return null;
  }
}
