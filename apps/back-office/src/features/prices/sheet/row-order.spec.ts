import { editCell } from './edit-cells';
import { ALL_ROWS, type RowFilter } from './row-order';
import type { SheetStore } from './sheet-store';
import { buildSheet, sheetRow } from './testing';

const rows = [
  sheetRow(0, { sku: 'SHI-10', title: 'Merino Shirt, Navy', costMinor: 50 }),
  sheetRow(1, { sku: 'SHI-9', title: 'Linen Shirt, Black' }),
  sheetRow(2, { sku: 'MUG-1', title: 'Oak Mug, Navy', costMinor: 500 }),
];
const sheet = (): SheetStore => buildSheet([[300, 1], [null, 2], [400, 3]], { rows });
const skus = (store: SheetStore): string[] => Array.from({ length: store.size.rows }, (_, row) => store.rows[store.rowAt(row)]?.sku ?? '');
const filtered = (store: SheetStore, filter: Partial<RowFilter>): string[] => {
  store.setFilter({ ...ALL_ROWS, ...filter });
  return skus(store);
};

it('finds every word in SKU or title, whatever the case', () => {
  expect(filtered(sheet(), { search: 'navy shi' })).toEqual(['SHI-10']);
  expect(filtered(sheet(), { search: ' SHI- ' })).toEqual(['SHI-10', 'SHI-9']);
  expect(filtered(sheet(), { search: 'boots' })).toEqual([]);
});

it('shows what is changed, to fix, or below cost; together they must all hold', () => {
  const store = sheet();
  editCell(store, { row: 1, column: 3 }, 'abc');
  editCell(store, { row: 0, column: 3 }, '9.00');
  expect(filtered(store, { changed: true })).toEqual(['SHI-10', 'SHI-9']);
  expect(filtered(store, { toFix: true })).toEqual(['SHI-9']);
  // SHI-10 has 0.01 in its second list, MUG-1 costs more than both of its prices.
  expect(filtered(store, { belowCost: true })).toEqual(['SHI-10', 'MUG-1']);
  expect(filtered(store, { belowCost: true, changed: true, search: 'merino' })).toEqual(['SHI-10']);
});

it('sorts both ways, numbers in text as numbers, rows without a price last', () => {
  const store = sheet();
  store.setSort({ columnId: 'sku', direction: 'ascending' });
  expect(skus(store)).toEqual(['MUG-1', 'SHI-9', 'SHI-10']);
  store.setSort({ columnId: 'p0', direction: 'ascending' });
  expect(skus(store)).toEqual(['SHI-10', 'MUG-1', 'SHI-9']);
  store.setSort({ columnId: 'p0', direction: 'descending' });
  expect(skus(store)).toEqual(['MUG-1', 'SHI-10', 'SHI-9']);
  store.setSort({ columnId: 'cost', direction: 'ascending' });
  expect(skus(store)).toEqual(['SHI-10', 'MUG-1', 'SHI-9']);
  store.setSort(null);
  expect(skus(store)).toEqual(['SHI-10', 'SHI-9', 'MUG-1']);
});

it('keeps the active cell on its product, and a row in place while it is worked on', () => {
  const store = sheet();
  store.moveTo({ row: 2, column: 4 });
  store.setSort({ columnId: 'sku', direction: 'ascending' });
  expect(store.selection.focus).toEqual({ row: 0, column: 4 });
  store.setFilter({ ...ALL_ROWS, changed: true });
  expect(store.size.rows).toBe(0);
  store.setFilter(ALL_ROWS);
  store.setSort({ columnId: 'p1', direction: 'ascending' });
  editCell(store, { row: 0, column: 4 }, '99');
  expect(skus(store)).toEqual(['SHI-10', 'SHI-9', 'MUG-1']);
});
