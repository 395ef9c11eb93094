import { MOST_REFERENCE_ROWS, type ReferenceFileError, ReferenceKind } from '@oneshelf/contracts';
import { parseMoney } from '@oneshelf/domain-kernel';
import { parse } from 'csv-parse/sync';

export interface FileReference {
  row: number;
  sku: string;
  kind: ReferenceKind;
  source: string;
  amountMinor: number;
  seenAt: Date;
}

/** The SKU of a row, whatever else is wrong in it. */
export interface FileSku {
  row: number;
  sku: string;
}

interface FileTerms {
  currency: string;
  /** How amounts are written: 1,234.56 or 1.234,56. */
  locale: string;
  now: Date;
}

type Column = 'sku' | 'kind' | 'source' | 'price' | 'currency' | 'seen_at';

/** What a column may be called; the currency and the day may be left out: the market's, and today. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  sku: ['sku', 'artikelnummer', 'artikel'], kind: ['kind', 'type', 'art'], source: ['source', 'competitor', 'quelle', 'wettbewerber'],
  price: ['price', 'amount', 'preis', 'betrag'], currency: ['currency', 'währung', 'waehrung'], seen_at: ['seen_at', 'seen', 'date', 'datum', 'gesehen'],
};
const NEEDED: readonly Column[] = ['sku', 'kind', 'source', 'price'];
const MOST_MINOR = 1_000_000_000;
const MOST_LETTERS = 60;

/** A file of reference prices with headings, every wrong cell named by row and column. Whether the SKUs exist is for others to say. */
export function readReferenceFile(content: Buffer, terms: FileTerms): { references: FileReference[]; skus: FileSku[]; rows: number; errors: ReferenceFileError[] } {
  const cells = cellsOf(content);
  if (cells === null) return failed('unreadable_file', 'This file cannot be read as CSV in UTF-8. Save it as CSV (UTF-8) and send it again.');
  const [head = [], ...rows] = cells;
  const places = placesOf(head);
  const missing = NEEDED.filter((column) => places[column] < 0);
  if (missing.length > 0) return failed('missing_column', `The first row must name the columns. There is none for: ${missing.join(', ')}.`);
  if (rows.length === 0) return failed('no_rows', 'The file has no row below its headings.');
  if (rows.length > MOST_REFERENCE_ROWS) return failed('too_many_rows', `The file has ${rows.length} rows. At most ${MOST_REFERENCE_ROWS} go in at once: split it.`);
  const errors: ReferenceFileError[] = [];
  const seen = new Map<string, number>();
  const references = rows.flatMap((row, index) => {
    const read = readRow({ terms, row: index + 2, text: (column) => (row[places[column]] ?? '').trim() }, errors);
    if (read === null) return [];
    const key = JSON.stringify([read.sku, read.kind, read.source]);
    const first = seen.get(key);
    if (first !== undefined) errors.push({ row: read.row, column: 'sku', code: 'repeated', message: `This product has a price of ${read.source} in row ${first} already.` });
    seen.set(key, first ?? read.row);
    return [read];
  });
  const skus = rows.map((row, index) => ({ row: index + 2, sku: (row[places.sku] ?? '').trim() })).filter(({ sku }) => sku !== '');
  return { references, skus, rows: rows.length, errors };
}

interface RowInput {
  readonly terms: FileTerms;
  readonly row: number;
  text(column: Column): string;
}

function readRow({ terms, row, text }: RowInput, errors: ReferenceFileError[]): FileReference | null {
  const before = errors.length;
  const wrong = (column: Column, code: ReferenceFileError['code'], message: string): void => { errors.push({ row, column, code, message }); };
  const [sku, source, currency] = [text('sku'), text('source'), text('currency')];
  if (sku === '') wrong('sku', 'missing', 'There is no SKU in this row.');
  const kind = ReferenceKind.safeParse(text('kind').toLowerCase());
  if (!kind.success) wrong('kind', 'unknown_kind', `“${text('kind')}” is no kind of reference price. It is one of: ${ReferenceKind.options.join(', ')}.`);
  if (source === '') wrong('source', 'missing', 'Whose price is it? The source is empty.');
  else if (source.length > MOST_LETTERS) wrong('source', 'too_long', `The name of a source has at most ${MOST_LETTERS} letters.`);
  if (currency !== '' && currency.toUpperCase() !== terms.currency) wrong('currency', 'wrong_currency', `This market sells in ${terms.currency}; the row is in ${currency.toUpperCase()}.`);
  const amountMinor = readPrice(text('price'), terms, wrong);
  const seenAt = readDay(text('seen_at'), terms, wrong);
  if (errors.length > before || amountMinor === null || seenAt === null || !kind.success) return null;
  return { row, sku, kind: kind.data, source, amountMinor, seenAt };
}

type Wrong = (column: Column, code: ReferenceFileError['code'], message: string) => void;

function readPrice(text: string, { currency, locale }: FileTerms, wrong: Wrong): number | null {
  const parsed = text === '' ? null : parseMoney(text, { currency, locale });
  if (parsed === null) wrong('price', 'missing', 'There is no price in this row.');
  else if (!parsed.ok) wrong('price', 'not_a_price', `“${text}” is not a price in ${currency}.`);
  else if (parsed.value <= 0) wrong('price', 'negative', 'A reference price is above zero.');
  else if (parsed.value > MOST_MINOR) wrong('price', 'too_large', `“${text}” is more than any price may be.`);
  else return parsed.value;
  return null;
}

function readDay(text: string, { now }: FileTerms, wrong: Wrong): Date | null {
  if (text === '') return now;
  const isDay = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(text);
  const day = new Date(text);
  if (!isDay || Number.isNaN(day.getTime()) || (text.length === 10 && day.toISOString().slice(0, 10) !== text)) wrong('seen_at', 'not_a_date', `“${text}” is no day. Write it as 2026-11-22.`);
  // A day is over nowhere before it began everywhere.
  else if (day.getTime() > now.getTime() + 86_400_000) wrong('seen_at', 'in_the_future', `“${text}” has not come yet.`);
  else return day;
  return null;
}

const placesOf = (head: readonly string[]): Record<Column, number> => {
  const names = head.map((name) => name.trim().toLowerCase());
  const place = (column: Column): number => names.findIndex((name) => HEADINGS[column].includes(name));
  return { sku: place('sku'), kind: place('kind'), source: place('source'), price: place('price'), currency: place('currency'), seen_at: place('seen_at') };
};

const failed = (code: ReferenceFileError['code'], message: string) => ({ references: [], skus: [], rows: 0, errors: [{ row: 1, column: 'file' as const, code, message }] });

function cellsOf(content: Buffer): string[][] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const delimiter = [';', '\t'].find((mark) => text.split(/\r?\n/, 1)[0]?.includes(mark)) ?? ',';
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: 10_000 }) as string[][];
  } catch {
    return null;
  }
}
