import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

export interface CsvRecord {
  /** As a spreadsheet counts: the header is 1, blank rows count, line breaks inside quotes do not. */
  row: number;
  cells: string[];
}

const CHUNK_BYTES = 64 * 1024;
const MAX_ROW_CHARACTERS = 1_000_000;

/**
 * Streams the rows of a CSV text, blank ones left out but counted. Spaces around cells and before quotes are dropped.
 * @throws Error when a quotation mark is never closed; the message names the line
 */
export async function* readRecords(content: Buffer, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({ bom: true, delimiter, columns: false, relax_column_count: true, relax_quotes: true, trim: true, max_record_size: MAX_ROW_CHARACTERS });
  Readable.from(chunksOf(content)).pipe(parser);
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    row += 1;
    if (cells.some((cell) => cell !== '')) yield { row, cells };
  }
}

function* chunksOf(content: Buffer): Generator<Buffer> {
  for (let from = 0; from < content.length; from += CHUNK_BYTES) yield content.subarray(from, from + CHUNK_BYTES);
}
