import { MOST_MILLI } from './order-problems';

export interface OrderRow {
  /** As a person counts: the first is 1. */
  row: number;
  sku: string;
  quantityMilli: number;
  /** Why the row cannot be taken; null: it can. */
  problem: 'no_sku' | 'no_quantity' | 'quantity_out_of_range' | 'twice' | null;
}

/**
 * Reads SKU and quantity from rows of a spreadsheet, separated by tab, semicolon or comma (PUR-9). A first row of column
 * names and empty rows are left out. A quantity is a number of pieces, with at most three decimals.
 */
export function readOrderRows(text: string): OrderRow[] {
  const rows = text.split(/\r?\n/).map((line, index) => ({ row: index + 1, cells: cellsOf(line) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const first = rows[0];
  const body = first && milliOf(first.cells[1] ?? '') === null && /^\D*[a-z]\D*$/i.test(first.cells[1] ?? '') ? rows.slice(1) : rows;
  const seen = new Set<string>();
  return body.map(({ row, cells }) => {
    const [sku = '', written = ''] = cells;
    const quantityMilli = milliOf(written);
    const isTwice = seen.has(sku);
    seen.add(sku);
    const problem = sku === '' ? 'no_sku' : quantityMilli === null ? 'no_quantity' : quantityMilli <= 0 || quantityMilli > MOST_MILLI ? 'quantity_out_of_range' : isTwice ? 'twice' : null;
    return { row, sku, quantityMilli: quantityMilli ?? 0, problem };
  });
}

function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim());
}

function milliOf(written: string): number | null {
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(written.replace(/[\s\u00a0]/g, ''));
  if (!match) return null;
  const milli = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'));
  return match[1] === '-' ? 0 - milli : milli;
}
