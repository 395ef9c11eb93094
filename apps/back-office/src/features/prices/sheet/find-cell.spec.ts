import { findCell } from './find-cell';
import { buildSheet } from './testing';

it('finds the next cell row by row, forwards and backwards, and round again', () => {
  const store = buildSheet([[1000, 2050], [3050, 4000]]);
  expect(store.selection.focus).toEqual({ row: 0, column: 3 });
  expect(findCell(store, '.50', 1)).toEqual({ row: 0, column: 4 });
  expect(findCell(store, '.50', -1)).toEqual({ row: 1, column: 3 });
  expect(findCell(store, 'PRODUCT 0', 1)).toEqual({ row: 0, column: 1 });
  store.moveTo({ row: 1, column: 3 });
  expect(findCell(store, '.50', 1)).toEqual({ row: 0, column: 4 });
});

it('finds the only match again, nothing for nothing, and nothing that a filter or the view hides', () => {
  const store = buildSheet([[1000], [3050]]);
  expect(findCell(store, '10.00', 1)).toEqual({ row: 0, column: 3 });
  expect([findCell(store, '  ', 1), findCell(store, '99', 1)]).toEqual([null, null]);
  store.setView({ order: [], hidden: ['p0'], frozen: null });
  expect(findCell(store, '30.50', 1)).toBeNull();
});
