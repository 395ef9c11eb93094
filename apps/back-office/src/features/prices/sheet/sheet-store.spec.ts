import { editCell } from './edit-cells';
import { sheetSummary } from './sheet-summary';
import { buildSheet, changesOf, hear, priceColumn, sheetRow } from './testing';

const at = (row: number, column: number) => ({ row, column: column + 3 });
const inclusive = [priceColumn('list', { taxInclusive: true }), priceColumn('euro', { currency: 'EUR', taxInclusive: true })];

it('puts frozen columns first and starts on the first price', () => {
  const store = buildSheet([[100]], { columns: [priceColumn('list'), priceColumn('margin', { kind: 'margin', ofColumnId: 'list', editable: false })] });
  expect(store.columns.map((column) => column.columnId)).toEqual(['sku', 'title', 'cost', 'margin', 'list']);
  expect(store.frozenCount).toBe(4);
  expect(store.selection.focus).toEqual({ row: 0, column: 4 });
});

it('shows SKU, product, cost, margin net of tax and price', () => {
  const columns = [priceColumn('list', { taxInclusive: true }), priceColumn('margin', { kind: 'margin', ofColumnId: 'list', editable: false })];
  const store = buildSheet([[1200], [null]], { columns, rows: [sheetRow(0, { costMinor: 500 }), sheetRow(1)] });
  expect([0, 1, 2, 3, 4].map((cell) => store.textOf(cell))).toEqual(['SKU-0', 'Product 0', '5.00', '50%', '12.00']);
  expect([5, 6, 7, 8, 9].map((cell) => store.textOf(cell))).toEqual(['SKU-1', 'Product 1', '', '', '']);
});

it('keeps the typed text of what is no price, and counts it as changed and to fix', () => {
  const store = buildSheet([[100, 200]]);
  expect(editCell(store, at(0, 0), ' abc ')).toBe(1);
  const cell = store.cellAt(at(0, 0));
  expect(store.cells.errorAt(cell)).toBe('not_a_price');
  expect(store.textOf(cell)).toBe('abc');
  expect([store.cells.changedCount, store.cells.toFixCount]).toEqual([1, 1]);
  editCell(store, at(0, 0), '1.00');
  expect(store.cells.errorAt(cell)).toBeNull();
  expect([store.cells.changedCount, store.cells.toFixCount]).toEqual([0, 0]);
});

it('marks negative prices and prices below cost, the latter net of tax and only in the currency of the cost', () => {
  const store = buildSheet([[1000, 1000]], { columns: inclusive, rows: [sheetRow(0, { costMinor: 500 })] });
  editCell(store, at(0, 0), '5.99');
  expect(store.cells.errorAt(store.cellAt(at(0, 0)))).toBe('below_cost');
  editCell(store, at(0, 0), '6.00');
  expect(store.cells.errorAt(store.cellAt(at(0, 0)))).toBeNull();
  editCell(store, at(0, 1), '0.01');
  expect(store.cells.errorAt(store.cellAt(at(0, 1)))).toBeNull();
  editCell(store, at(0, 1), '-0.01');
  expect(store.cells.errorAt(store.cellAt(at(0, 1)))).toBe('negative');
});

it('takes no price above the largest that a draft holds', () => {
  const store = buildSheet([[100]]);
  editCell(store, at(0, 0), '10000000.00');
  expect(store.cells.errorAt(3)).toBeNull();
  editCell(store, at(0, 0), '10000000.01');
  expect(store.cells.errorAt(3)).toBe('too_large');
});

it('saves prices below cost, and holds back what the server would refuse', () => {
  const store = buildSheet([[100, 100, 100, 100]], { rows: [sheetRow(0, { costMinor: 50 })] });
  ['0.10', '-1', '99999999', 'abc'].forEach((text, column) => editCell(store, at(0, column), text));
  expect(store.cells.toFixCount).toBe(4);
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'p0', amountMinor: 10 }]);
  editCell(store, at(0, 1), '1.50');
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'p1', amountMinor: 150 }]);
});

it('shows a live price below cost, but asks nobody to fix what the draft leaves alone', () => {
  const store = buildSheet([[100]], { rows: [sheetRow(0, { costMinor: 500 })] });
  expect(store.cells.errorAt(store.cellAt(at(0, 0)))).toBe('below_cost');
  expect([store.cells.changedCount, store.cells.toFixCount]).toEqual([0, 0]);
});

it('leaves cells alone that may not be edited', () => {
  const store = buildSheet([[100]], { columns: [priceColumn('list', { editable: false })] });
  expect(editCell(store, at(0, 0), '2.00')).toBe(0);
  expect(editCell(store, { row: 0, column: 0 }, 'NEW-SKU')).toBe(0);
  expect([store.textOf(3), store.textOf(0), store.canUndo]).toEqual(['1.00', 'SKU-0', false]);
});

it('undoes and redoes step by step; a new step ends what could be redone', () => {
  const store = buildSheet([[100]]);
  editCell(store, at(0, 0), '2.00');
  editCell(store, at(0, 0), 'abc');
  editCell(store, at(0, 0), 'xyz');
  expect(store.undo()?.kind).toBe('edit');
  expect(store.textOf(3)).toBe('abc');
  store.undo();
  expect(store.textOf(3)).toBe('2.00');
  store.redo();
  expect(store.textOf(3)).toBe('abc');
  editCell(store, at(0, 0), '5');
  expect(store.redo()).toBeNull();
  store.undo(); store.undo(); store.undo();
  expect([store.textOf(3), store.undo(), store.cells.changedCount]).toEqual(['1.00', null, 0]);
});

it('makes no step of an edit that changes nothing', () => {
  const store = buildSheet([[100]]);
  expect(editCell(store, at(0, 0), '1.00')).toBe(0);
  expect(editCell(store, at(0, 0), '1')).toBe(0);
  expect(store.canUndo).toBe(false);
});

it('gives each change to save once, and again after a save that failed', () => {
  const store = buildSheet([[100, 200], [300, 400]]);
  editCell(store, at(0, 1), '2.50');
  editCell(store, at(1, 0), '');
  editCell(store, at(1, 1), 'abc');
  const changes = store.sync.takeChanges();
  expect(changes).toEqual([
    { variantId: 'v0', columnId: 'p1', amountMinor: 250, sawMinor: 200 },
    { variantId: 'v1', columnId: 'p0', amountMinor: null, sawMinor: 300 },
  ]);
  expect(store.sync.takeChanges()).toEqual([]);
  store.sync.returnChanges(changes.slice(1));
  expect(store.sync.takeChanges()).toEqual(changes.slice(1));
  store.undo(); store.undo(); store.undo();
  expect(store.sync.takeChanges()).toEqual([
    { variantId: 'v0', columnId: 'p1', amountMinor: 200, sawMinor: 250 },
    { variantId: 'v1', columnId: 'p0', amountMinor: 300, sawMinor: null },
  ]);
});

it('takes what others saved, except over an edit of ours that is not saved yet', () => {
  const store = buildSheet([[100, 200]]);
  editCell(store, at(0, 1), '2.50');
  hear(store, { variantId: 'v0', columnId: 'p0', amountMinor: 111 },
    { variantId: 'v0', columnId: 'p1', amountMinor: 222 },
    { variantId: 'gone', columnId: 'p1', amountMinor: 1 },
    { variantId: 'v0', columnId: 'sku', amountMinor: 1 });
  expect([store.textOf(3), store.textOf(4), store.cells.changedCount]).toEqual(['1.11', '2.50', 2]);
  // Ours is sent once a person has chosen it.
  store.receive((sync) => sync.keepMine(4));
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'p1', amountMinor: 250 }]);
});

it('does not undo over what somebody else wrote since', () => {
  const store = buildSheet([[100]]);
  editCell(store, at(0, 0), '2.00');
  changesOf(store);
  hear(store, { variantId: 'v0', columnId: 'p0', amountMinor: 777 });
  store.undo();
  expect(store.textOf(3)).toBe('7.77');
});

it('counts anew against live prices that were published', () => {
  const store = buildSheet([[100, 200]]);
  editCell(store, at(0, 0), '2.00');
  store.receive((sync, turn) => sync.applyLive([{ variantId: 'v0', columnId: 'p0', amountMinor: 200 }], { turn, changedBy: null }));
  expect(store.cells.changedCount).toBe(0);
});

it('keeps the selection inside the sheet and extends from its anchor', () => {
  const store = buildSheet([[1, 2], [3, 4]]);
  store.moveTo({ row: 99, column: 99 });
  expect(store.selection.focus).toEqual({ row: 1, column: 4 });
  store.moveTo({ row: 0, column: -5 }, true);
  expect(store.range).toEqual({ top: 0, bottom: 1, left: 0, right: 4 });
});

it('sums one currency, and none across currencies', () => {
  const store = buildSheet([[100, 50], [101, null]], { columns: inclusive });
  store.select({ anchor: at(0, 0), focus: at(1, 0) });
  expect(sheetSummary(store)).toMatchObject({ selectedCount: 2, sumMinor: 201, averageMinor: 101, changedCount: 0, toFixCount: 0 });
  store.select({ anchor: at(0, 0), focus: at(1, 1) });
  expect(sheetSummary(store)).toMatchObject({ selectedCount: 4, sumMinor: null, averageMinor: null });
  store.moveTo(at(1, 1));
  expect(sheetSummary(store)).toMatchObject({ selectedCount: 1, sumMinor: null });
});

it('tells its listeners of each change until they leave', () => {
  const store = buildSheet([[100]]);
  const listener = jest.fn();
  const leave = store.subscribe(listener);
  editCell(store, at(0, 0), '2.00');
  expect(listener).toHaveBeenCalledTimes(1);
  expect(store.getVersion()).toBe(1);
  leave();
  store.undo();
  expect(listener).toHaveBeenCalledTimes(1);
});
