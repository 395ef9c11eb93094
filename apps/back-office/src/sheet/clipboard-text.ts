/**
 * Reads what spreadsheets put on the clipboard: cells by tab, rows by line end (LF, CRLF or CR), a cell with a tab,
 * a line end or a quote inside stands in quotes with its quotes doubled. One trailing line end is not a row.
 */
export function parseClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position <= text.length) {
    const cell = text[position] === '"' ? readQuoted(text, position) : readPlain(text, position);
    row.push(cell.value);
    position = cell.end;
    if (text[position] === '\t') {
      position += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (position >= text.length) break;
    position += text[position] === '\r' && text[position + 1] === '\n' ? 2 : 1;
    if (position >= text.length) break;
  }
  return rows;
}

/** The other way round: what `parseClipboard` reads back as the same cells. */
export function formatClipboard(rows: readonly (readonly string[])[]): string {
  const last = rows.at(-1);
  // A last row of one empty cell would be taken for the trailing line end and lost.
  const closing = rows.length > 1 && last?.length === 1 && last[0] === '' ? '\n' : '';
  return rows.map((row) => row.map(quoted).join('\t')).join('\n') + closing;
}

const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

interface ReadCell {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, start: number): ReadCell {
  let end = start;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return { value: text.slice(start, end), end };
}

/** A quote that is never closed, or is followed by more text, was no quoting at all: the cell is taken as it stands. */
function readQuoted(text: string, start: number): ReadCell {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) return readPlain(text, start);
    if (text[quote + 1] !== '"') {
      const after = quote + 1;
      if (after < text.length && !isBreak(text[after])) return readPlain(text, start);
      return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: after };
    }
    end = quote + 2;
  }
}

const isBreak = (character: string | undefined): boolean => character === '\t' || character === '\n' || character === '\r';
