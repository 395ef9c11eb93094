import type { ReceiptDocument } from './receipt-document';
import { receiptRows, type ReceiptRow } from './receipt-rows';

const indent = '  ';

/**
 * The receipt as lines of at most `width` characters, for receipt printers (32, 42 or 48) and plain-text mail.
 * The code is printed as its text; a printer that can draw takes `document.code` and draws it itself.
 */
export function receiptToText(document: ReceiptDocument, width: number): string {
  return receiptRows(document).flatMap((row) => rowLines(row, width)).join('\n');
}

function rowLines(row: ReceiptRow, width: number): string[] {
  switch (row.kind) {
    case 'title': return wrap(row.text, width).map((text) => centre(text, width));
    case 'notice': return wrap(`*** ${row.text} ***`, width).map((text) => centre(text, width));
    case 'text': return textLines(row, width);
    case 'pair': return pairLines(row, width);
    case 'rule': case 'edge': return ['-'.repeat(width)];
    case 'double-rule': return ['='.repeat(width)];
    case 'code': return [row.value, row.caption ?? ''].filter((text) => text !== '').flatMap((text) => wrap(text, width)).map((text) => centre(text, width));
  }
}

function textLines(row: Extract<ReceiptRow, { kind: 'text' }>, width: number): string[] {
  if (row.align === 'center') return wrap(row.text, width).map((text) => centre(text, width));
  const margin = row.isIndented ? indent : '';
  return wrap(row.text, width - margin.length).map((text) => margin + text);
}

/** The amount stands on the last line of its words, at the right, with at least one space before it. */
function pairLines(row: Extract<ReceiptRow, { kind: 'pair' }>, width: number): string[] {
  const margin = row.isIndented ? indent : '';
  const right = plainSpaces(row.right);
  const room = width - margin.length - right.length - 1;
  if (room < 1) return [...wrap(row.left, width), ...wrap(right, width).map((text) => text.padStart(width))];
  const lines = wrap(row.left, room).map((text) => margin + text);
  const last = lines.pop() ?? margin;
  return [...lines, last + right.padStart(width - last.length)];
}

/** Breaks at spaces; a word longer than a line is cut. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plainSpaces(text).split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= width) { line = joined; continue; }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return [...lines, line];
}

const centre = (text: string, width: number) => ' '.repeat(Math.floor((width - text.length) / 2)) + text;

// Intl writes no-break spaces (U+00A0, U+202F), which printers' code pages lack.
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
