/** One row of the file: a product at a location. */
export interface ValuedLevel {
  location: string;
  department: string;
  sku: string;
  title: string;
  quantityMilli: number;
  currency: string;
  averageMinor: number;
  fifoMinor: number;
}

/** Amounts in whole minor units, as the currency has them: what reads it must not guess at a decimal sign. */
export function valuationCsv(rows: readonly ValuedLevel[]): string {
  const head = 'location,department,sku,title,quantity,currency,average_cost_value_minor,fifo_value_minor';
  const lines = rows.map((row) => [row.location, row.department, row.sku, row.title, String(row.quantityMilli / 1000), row.currency, String(row.averageMinor), String(row.fifoMinor)].map(cell).join(','));
  return `${[head, ...lines].join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
