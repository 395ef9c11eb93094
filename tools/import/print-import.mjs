const SHOWN_FINDINGS = 20;
const isTerminal = process.stdout.isTTY;

export function showProgress({ rowsDone, rowsTotal, status, failure }) {
  const text = failure ? `failed, trying again: ${failure}` : `${status}: ${rowsDone} of ${rowsTotal} rows`;
  if (isTerminal) process.stdout.write(`\r\u001b[K${text}${status === 'importing' ? '' : '\n'}`);
  else if (status !== 'importing') console.log(text);
}

/** Counts of products and variants as a small table, the rest in lines. */
export function printResult({ counts }) {
  const line = (...cells) => console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : String(cell).padStart(10))).join(''));
  line('', 'new', 'changed', 'unchanged', 'rejected');
  line('products', counts.productsNew, counts.productsChanged, counts.productsUnchanged, counts.productsRejected);
  line('variants', counts.variantsNew, counts.variantsChanged, counts.variantsUnchanged, '');
  console.log(`prices ${counts.prices}, in other currencies (left out) ${counts.pricesInOtherCurrencies}, opening stock ${counts.stockLines}, SKUs made ${counts.skusMade}, rows rejected ${counts.rowsRejected}`);
}

export function printFindings({ findings, counts }) {
  for (const { row, column, severity, value, message } of findings.slice(0, SHOWN_FINDINGS)) {
    console.log(`${severity === 'error' ? 'rejected' : 'warning '}  row ${row}, ${column}${value ? ` "${value}"` : ''}: ${message}`);
  }
  const more = counts.errors + counts.warnings - Math.min(SHOWN_FINDINGS, findings.length);
  if (more > 0) console.log(`… and ${more} more; the back-office shows them and gives a file of the rejected rows.`);
}
