import { pasteText } from './clipboard-commands';
import { sheetSummary } from './sheet-summary';
import { SheetStore } from './sheet-store';
import { frozenColumns, hear, plainText, priceColumn, sheetRow } from './testing';

const ROWS = 50_000;
const BOOKS = 12;
const columns = Array.from({ length: BOOKS }, (_, book) => priceColumn(`p${book}`, { taxInclusive: true }));

/** Fifty thousand rows and twelve books, made by a rule. */
function manyRows(): SheetStore {
  const rows = Array.from({ length: ROWS }, (_, row) => sheetRow(row, { costMinor: 500 + (row % 1000) }));
  const values = Object.fromEntries(columns.map(({ columnId }, book) => {
    const amounts = rows.map((_, row) => 2000 + ((row * 7 + book) % 9000));
    return [columnId, { liveMinor: amounts, draftMinor: amounts }];
  }));
  return new SheetStore({ rows, columns: [...frozenColumns, ...columns], values, costCurrency: 'GBP', text: plainText });
}

const block = (height: number, width: number): string => Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_cell, column) => `${100 + ((row + column) % 300)}.99`).join('\t')).join('\n');
const times: Record<string, number> = {};
function timed<Value>(name: string, act: () => Value): Value {
  const from = performance.now();
  const value = act();
  times[name] = Math.round(performance.now() - from);
  return value;
}

// Bounds far above what a quiet machine takes (a tenth of them): they catch work that grows with the square.
it('carries fifty thousand rows and twelve books: opens, pastes, undoes, hears of others, filters, sorts and adds a column', () => {
  const store = timed('open', manyRows);
  expect(store.size).toEqual({ rows: ROWS, columns: BOOKS + 3 });
  expect(timed('paste 500 × 3', () => pasteText(store, block(500, 3)))).toMatchObject({ pasted: 1500, unreadable: 0 });
  store.moveTo({ row: 0, column: 3 });
  expect(timed('paste 40,000 cells', () => pasteText(store, block(10_000, 4)))).toMatchObject({ pasted: 40_000 });
  expect(timed('undo', () => store.undo())?.kept).toBe(0);
  expect(timed('redo', () => store.redo())?.kept).toBe(0);
  expect(timed('changes', () => store.sync.takeChanges())).toHaveLength(40_000);
  timed('hear of 40,000 cells', () => hear(store, ...Array.from({ length: 40_000 }, (_, row) => ({ variantId: `v${row}`, columnId: 'p11', amountMinor: 1999 }))));
  expect([store.sync.clashes.size, store.cells.isChanged(store.cellAt({ row: 39_999, column: 14 }))]).toEqual([0, true]);
  timed('filter', () => store.setFilter({ ...store.filter, changed: true, search: 'product 1' }));
  expect(store.size.rows).toBeGreaterThan(10_000);
  timed('sort', () => store.setSort({ columnId: 'p3', direction: 'descending' }));
  store.setFilter({ ...store.filter, changed: false, search: '' });
  store.select({ anchor: { row: 0, column: 3 }, focus: { row: ROWS - 1, column: 14 } });
  expect(timed('sum', () => sheetSummary(store)).selectedCount).toBe(ROWS * BOOKS);
  timed('column', () => store.addColumn(priceColumn('p0@6000')));
  expect(store.size.columns).toBe(BOOKS + 4);
  for (const [name, ms] of Object.entries(times)) expect([name, ms < 5000]).toEqual([name, true]);
});
