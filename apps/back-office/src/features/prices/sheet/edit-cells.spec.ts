import { copyText, pasteText } from './clipboard-commands';
import { adjustSelection, clearSelection, editCell, fill, fillDown, fillRight } from './edit-cells';
import { fillRange } from '../../../sheet/cell-selection';
import type { SheetStore } from './sheet-store';
import { ALL_ROWS } from './row-order';
import { buildSheet, priceColumn } from './testing';

const at = (row: number, column: number) => ({ row, column: column + 3 });
const select = (store: SheetStore, from: [number, number], to: [number, number]) => store.select({ anchor: at(...from), focus: at(...to) });
/** All prices, visible rows, as they are shown. */
const shown = (store: SheetStore): string[][] => Array.from({ length: store.size.rows }, (_, row) =>
  store.columns.slice(store.frozenCount).map((_column, column) => store.textOf(store.cellAt(at(row, column)))));

describe('paste', () => {
  it('lays a rectangle from the active cell, with currency signs, commas and what cannot be read', () => {
    const store = buildSheet([[100, 200, 300], [100, 200, 300], [100, 200, 300]]);
    select(store, [1, 1], [1, 1]);
    expect(pasteText(store, '"1,000.50"\tabc\r\n€ 35,20\t\r\n')).toEqual({ pasted: 4, unreadable: 1, readOnly: 0, outside: 0, firstUnreadable: { sku: 'SKU-1', columnTitle: 'p2' } });
    expect(shown(store)).toEqual([['1.00', '2.00', '3.00'], ['1.00', '1000.50', 'abc'], ['1.00', '35.20', '']]);
    expect(store.range).toEqual({ top: 1, bottom: 2, left: 4, right: 5 });
    expect(store.selection.focus).toEqual(at(1, 1));
    store.undo();
    expect(shown(store)).toEqual([['1.00', '2.00', '3.00'], ['1.00', '2.00', '3.00'], ['1.00', '2.00', '3.00']]);
  });

  it('fills the selection with a single value', () => {
    const store = buildSheet([[100, 200], [100, 200]]);
    select(store, [0, 0], [1, 1]);
    expect(pasteText(store, '5\n')).toEqual({ pasted: 4, unreadable: 0, readOnly: 0, outside: 0, firstUnreadable: null });
    expect(shown(store)).toEqual([['5.00', '5.00'], ['5.00', '5.00']]);
  });

  it('repeats a block over a multiple of it, and lays it once over anything else', () => {
    const store = buildSheet([[1], [1], [1], [1], [1]]);
    select(store, [0, 0], [3, 0]);
    expect(pasteText(store, '2\n3').pasted).toBe(4);
    expect(shown(store).flat()).toEqual(['2.00', '3.00', '2.00', '3.00', '0.01']);
    select(store, [0, 0], [2, 0]);
    expect(pasteText(store, '7\n8').pasted).toBe(2);
    expect(shown(store).flat()).toEqual(['7.00', '8.00', '2.00', '3.00', '0.01']);
  });

  it('says what fell outside and what was read-only', () => {
    const store = buildSheet([[100, 200], [100, 200]], { columns: [priceColumn('a', { editable: false }), priceColumn('b')] });
    select(store, [1, 0], [1, 0]);
    expect(pasteText(store, '7\t8\t9\n7\t8\t9')).toEqual({ pasted: 1, unreadable: 0, readOnly: 1, outside: 4, firstUnreadable: null });
    expect(shown(store)).toEqual([['1.00', '2.00'], ['1.00', '8.00']]);
  });

  it('writes only into rows that are shown', () => {
    const store = buildSheet([[100], [200], [300]]);
    editCell(store, at(0, 0), '9');
    editCell(store, at(2, 0), '9');
    store.setFilter({ ...ALL_ROWS, changed: true });
    select(store, [0, 0], [0, 0]);
    pasteText(store, '5\n6');
    store.setFilter(ALL_ROWS);
    expect(shown(store).flat()).toEqual(['5.00', '2.00', '6.00']);
  });

  it('does nothing in a sheet without rows', () => {
    const store = buildSheet([], { columns: [priceColumn('a')] });
    expect(pasteText(store, '5')).toEqual({ pasted: 0, unreadable: 0, readOnly: 0, outside: 1, firstUnreadable: null });
    expect([copyText(store), clearSelection(store), fillDown(store), store.canUndo]).toEqual(['', 0, 0, false]);
  });
});

it('copies the selection with SKU and typed text', () => {
  const store = buildSheet([[100, null], [300, 400]]);
  editCell(store, at(1, 1), 'a"b');
  store.select({ anchor: { row: 0, column: 0 }, focus: at(1, 1) });
  expect(copyText(store)).toBe('SKU-0\tProduct 0\t\t1.00\t\nSKU-1\tProduct 1\t\t3.00\t"a""b"');
});

it('clears the selection as one step', () => {
  const store = buildSheet([[100, 200], [300, null]]);
  select(store, [0, 0], [1, 1]);
  expect(clearSelection(store)).toBe(3);
  expect(shown(store)).toEqual([['', ''], ['', '']]);
  expect(store.undo()?.cells).toBe(3);
});

describe('fill', () => {
  it('fills down and right over the selection', () => {
    const store = buildSheet([[1, 2], [3, 4], [5, 6]]);
    select(store, [0, 0], [2, 1]);
    expect(fillDown(store)).toBe(4);
    expect(shown(store)).toEqual([['0.01', '0.02'], ['0.01', '0.02'], ['0.01', '0.02']]);
    expect(fillRight(store)).toBe(3);
    expect(shown(store)).toEqual([['0.01', '0.01'], ['0.01', '0.01'], ['0.01', '0.01']]);
  });

  it('takes the cell above or left when one row or column is selected', () => {
    const store = buildSheet([[1, 2], [3, 4]]);
    select(store, [1, 0], [1, 1]);
    expect(fillDown(store)).toBe(2);
    select(store, [0, 1], [1, 1]);
    expect(fillRight(store)).toBe(2);
    expect(shown(store)).toEqual([['0.01', '0.01'], ['0.01', '0.01']]);
    select(store, [0, 0], [0, 0]);
    expect([fillDown(store), fillRight(store)]).toEqual([0, 0]);
  });

  it('repeats the pattern down and up, unreadable text with it', () => {
    const store = buildSheet([[1], [2], [3], [4], [5], [6]]);
    editCell(store, at(3, 0), 'abc');
    select(store, [2, 0], [3, 0]);
    fill(store, store.range, fillRange(store.range, at(5, 0)));
    fill(store, store.range, fillRange(store.range, at(0, 0)));
    expect(shown(store).flat()).toEqual(['0.03', 'abc', '0.03', 'abc', '0.03', 'abc']);
    expect(store.cells.toFixCount).toBe(3);
  });

  it('carries the amount, not the minor units, into a currency with other decimals', () => {
    const store = buildSheet([[4900, 100], [4950, 100]], { columns: [priceColumn('gbp'), priceColumn('jpy', { currency: 'JPY', fractionDigits: 0 })] });
    select(store, [0, 0], [1, 1]);
    fillRight(store);
    expect(store.cells.errorAt(store.cellAt(at(0, 1)))).toBe('not_a_price');
    expect(shown(store)).toEqual([['49.00', '49.00'], ['49.50', '49.50']]);
    editCell(store, at(0, 1), '49');
    expect(store.cells.draft[store.cellAt(at(0, 1))]).toBe(49);
  });
});

it('adjusts what holds a price and says what it passed over', () => {
  const store = buildSheet([[4979, null], [-5, 0]]);
  editCell(store, at(0, 1), 'abc');
  select(store, [0, 0], [1, 1]);
  expect(adjustSelection(store, { percentBasisPoints: 400, ending: 99 })).toEqual({ adjusted: 1, skipped: 3 });
  expect(shown(store)).toEqual([['51.99', 'abc'], ['-0.05', '0.00']]);
});
