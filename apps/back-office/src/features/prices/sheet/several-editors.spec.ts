import { editCell } from './edit-cells';
import { pasteText } from './clipboard-commands';
import { buildSheet, changesOf, hear, priceColumn, remoteCells } from './testing';

const at = (row: number, column: number) => ({ row, column: column + 3 });
const theirs = (amountMinor: number | null, columnId = 'p0') => ({ variantId: 'v0', columnId, amountMinor });

it('PRC-93 keeps both values where somebody else changed a cell that is not saved yet, and sends neither', () => {
  const store = buildSheet([[100, 200]]);
  editCell(store, at(0, 0), '1.50');
  hear(store, theirs(175));
  const cell = store.cellAt(at(0, 0));
  expect(store.textOf(cell)).toBe('1.50');
  expect(store.sync.clashes.get(cell)).toEqual({ theirs: 175, changedBy: 'Marcus Bell', changedAt: '2026-11-22T10:32:00.000Z' });
  expect(store.sync.takeChanges()).toEqual([]);
  store.receive((sync) => sync.keepMine(cell));
  // What was seen is theirs now: a third editor would clash again.
  expect(store.sync.takeChanges()).toEqual([{ variantId: 'v0', columnId: 'p0', amountMinor: 150, sawMinor: 175 }]);
});

it('PRC-93 ends a clash where both want the same', () => {
  const store = buildSheet([[100]]);
  editCell(store, at(0, 0), '1.50');
  hear(store, theirs(175));
  hear(store, theirs(150));
  expect([store.sync.clashes.size, changesOf(store)]).toEqual([0, []]);
});

it('marks what somebody else changed until it is changed here', () => {
  const store = buildSheet([[100, 200]]);
  hear(store, theirs(175), theirs(200, 'p1'));
  const cell = store.cellAt(at(0, 0));
  expect([store.textOf(cell), store.sync.markAt(cell)?.changedBy, store.sync.markAt(cell + 1)]).toEqual(['1.75', 'Marcus Bell', null]);
  editCell(store, at(0, 0), '2.00');
  expect([store.sync.markAt(cell), store.sync.clashes.size]).toEqual([null, 0]);
  expect(store.sync.takeChanges()).toMatchObject([{ amountMinor: 200, sawMinor: 175 }]);
});

it('undoes its own cells only, and says how many others stay', () => {
  const store = buildSheet([[100], [200], [300]]);
  store.moveTo(at(0, 0));
  pasteText(store, '5\n6\n7');
  changesOf(store);
  // Another value, and one that came back to ours: both are theirs now.
  hear(store, theirs(777), { variantId: 'v1', columnId: 'p0', amountMinor: 1 });
  hear(store, { variantId: 'v1', columnId: 'p0', amountMinor: 600 });
  expect(store.undo()).toEqual({ kind: 'paste', cells: 1, kept: 2 });
  expect([0, 1, 2].map((row) => store.textOf(store.cellAt(at(row, 0))))).toEqual(['7.77', '6.00', '3.00']);
  expect(store.redo()).toEqual({ kind: 'paste', cells: 1, kept: 2 });
});

it('sends again what got no answer, with what was seen before it; a value of somebody else meanwhile clashes', () => {
  const store = buildSheet([[100, 200]]);
  editCell(store, at(0, 0), '1.50');
  editCell(store, at(0, 1), '2.50');
  const lost = store.sync.takeChanges();
  store.sync.returnChanges(lost);
  hear(store, theirs(100), theirs(222, 'p1'));
  expect(store.sync.takeChanges()).toEqual([{ variantId: 'v0', columnId: 'p0', amountMinor: 150, sawMinor: 100 }]);
  expect([...store.sync.clashes.values()].map((clash) => clash.theirs)).toEqual([222]);
});

it('follows a draft that was published or thrown away by somebody else, and keeps what is not saved', () => {
  const store = buildSheet([[100, 200], [300, 400]]);
  for (const [row, column] of [[0, 0], [1, 0], [0, 1]] as const) editCell(store, at(row, column), '9.00');
  changesOf(store);
  editCell(store, at(1, 0), '9.99');
  // Thrown away: of column p0 nothing is left but what was typed since.
  store.receive((sync, turn) => sync.applyWhole(['p0'], [], { turn, changedBy: 'Marcus Bell' }));
  expect([store.textOf(3), store.textOf(8), store.textOf(4)]).toEqual(['1.00', '9.99', '9.00']);
  expect([...store.sync.clashes.values()]).toEqual([{ theirs: 300, changedBy: 'Marcus Bell', changedAt: null }]);
  // Another draft was opened, and p1 was published.
  store.receive((sync, turn) => {
    sync.applyLive([{ variantId: 'v0', columnId: 'p1', amountMinor: 900 }, { variantId: 'v1', columnId: 'p1', amountMinor: 444 }], { turn, changedBy: 'Marcus Bell' });
    sync.applyWhole(['p0'], remoteCells(theirs(111)), { turn, changedBy: 'Marcus Bell' });
  });
  expect([store.textOf(3), store.textOf(4), store.textOf(9), store.cells.isChanged(4), store.cells.isChanged(9)]).toEqual(['1.11', '9.00', '4.44', false, false]);
});

it('takes one more column without losing steps, edits that are not saved, or clashes', () => {
  const store = buildSheet([[100, 200], [300, 400]]);
  editCell(store, at(1, 0), '1.50');
  editCell(store, at(1, 1), 'abc');
  hear(store, { variantId: 'v1', columnId: 'p0', amountMinor: 175 });
  store.addColumn(priceColumn('p0@6000'));
  expect(store.columns.map((column) => column.columnId)).toEqual(['sku', 'title', 'cost', 'p0', 'p0@6000', 'p1']);
  const text = (row: number, column: number) => store.textOf(store.cellAt({ row, column }));
  expect([text(1, 3), text(1, 4), text(1, 5), store.sync.clashes.has(store.cellAt({ row: 1, column: 3 }))]).toEqual(['1.50', '', 'abc', true]);
  expect([store.cells.changedCount, store.cells.toFixCount]).toEqual([2, 1]);
  store.undo();
  expect([text(1, 5), store.cells.toFixCount]).toEqual(['4.00', 0]);
  store.redo();
  expect(text(1, 5)).toBe('abc');
  editCell(store, { row: 0, column: 4 }, '0.90');
  expect(store.sync.takeChanges()).toEqual([{ variantId: 'v0', columnId: 'p0@6000', amountMinor: 90, sawMinor: null }]);
});
