import { ALL_ROWS } from './row-order';
import { pasteText } from './clipboard-commands';
import { clearSelection, editCell, fill } from './edit-cells';
import { SheetStore } from './sheet-store';
import { changesOf, frozenColumns, plainText, priceColumn, sheetRow } from './testing';
import type { ColumnDerivation } from './sheet-types';

const formula = { percentBasisPoints: -1000, surchargeMinor: 0, ending: { endsInMinor: 99, stepMinor: 100 }, minMarginBasisPoints: null, maxMarginBasisPoints: null };
const over = (more: Partial<ColumnDerivation> = {}): ColumnDerivation => ({ formula, baseName: 'List', baseColumnId: 'list', pinnedMinor: null, isFromCost: false, ...more });
const [LIST, OUTLET, FRIENDS] = [3, 4, 5];

/** List and its quantity 6, an outlet derived from the list, friends from the outlet, and one book each from the cost and from a version. */
function derivedSheet() {
  return new SheetStore({
    rows: [sheetRow(0, { costMinor: 2000 }), sheetRow(1)],
    columns: [
      ...frozenColumns, priceColumn('list', { taxInclusive: true }), priceColumn('outlet', { taxInclusive: true, derivation: over() }), priceColumn('friends', { taxInclusive: true, derivation: over({ baseColumnId: 'outlet' }) }),
      priceColumn('staff', { taxInclusive: true, derivation: over({ baseColumnId: null, isFromCost: true }) }), priceColumn('season', { derivation: over({ baseColumnId: null, pinnedMinor: [5000, null] }) }),
    ],
    values: { list: { liveMinor: [4979, 1000], draftMinor: [4979, 1000] } },
    costCurrency: 'GBP', text: plainText,
  });
}
const texts = (store: SheetStore, row: number) => [LIST, OUTLET, FRIENDS, 6, 7].map((column) => store.textOf(store.cellAt({ row, column })));

it('gives a derived cell what the formula makes of the draft, along the chain, from the cost and from a version', () => {
  const store = derivedSheet();
  // 49.79 − 10 % = 44.81 → 44.99; − 10 % = 40.49 → 40.99; cost 20.00 + 20 % tax − 10 % = 21.60 → 21.99.
  expect([texts(store, 0), texts(store, 1)]).toEqual([['49.79', '44.99', '40.99', '21.99', '44.99'], ['10.00', '8.99', '7.99', '', '']]);
  editCell(store, { row: 0, column: LIST }, '100');
  expect(texts(store, 0)).toEqual(['100.00', '89.99', '80.99', '21.99', '44.99']);
  expect(store.cells.derivedAt(store.cellAt({ row: 0, column: OUTLET }))?.steps).toEqual([{ step: 'base', amountMinor: 10_000 }, { step: 'percent', amountMinor: 9000 }, { step: 'ending', amountMinor: 8999 }]);
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'list', amountMinor: 10_000 }]);
});

it('makes a typed value a price set by hand, and falls back to the formula when it is taken out; undo does both', () => {
  const store = derivedSheet();
  const cell = { row: 0, column: OUTLET };
  // Opened and left as it was: nothing is set by hand.
  expect(editCell(store, cell, '44.99')).toBe(0);
  expect(editCell(store, cell, '40')).toBe(1);
  expect(texts(store, 0).slice(1, 3)).toEqual(['40.00', '35.99']);
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'outlet', amountMinor: 4000 }]);
  store.moveTo(cell);
  clearSelection(store);
  expect(store.textOf(store.cellAt(cell))).toBe('44.99');
  expect(changesOf(store)).toEqual([{ variantId: 'v0', columnId: 'outlet', amountMinor: null }]);
  store.undo();
  expect(store.textOf(store.cellAt(cell))).toBe('40.00');
  store.undo();
  expect([store.textOf(store.cellAt(cell)), store.cells.changedCount]).toEqual(['44.99', 0]);
});

it('fills and pastes over derived columns as over any other', () => {
  const store = derivedSheet();
  fill(store, { top: 0, bottom: 0, left: OUTLET, right: OUTLET }, { top: 0, bottom: 1, left: OUTLET, right: OUTLET });
  expect(texts(store, 1)[1]).toBe('44.99');
  store.moveTo({ row: 0, column: LIST });
  expect(pasteText(store, '30\t20\t10\n31\t\t11')).toMatchObject({ pasted: 6, unreadable: 0 });
  expect([texts(store, 0).slice(0, 3), texts(store, 1).slice(0, 3)]).toEqual([['30.00', '20.00', '10.00'], ['31.00', '27.99', '11.00']]);
});

it('says that a formula sells below cost, and finds it by the filter', () => {
  const store = derivedSheet();
  editCell(store, { row: 0, column: LIST }, '26');
  expect([OUTLET, FRIENDS].map((column) => store.cells.errorAt(store.cellAt({ row: 0, column })))).toEqual(['below_cost', 'below_cost']);
  store.setFilter({ ...ALL_ROWS, belowCost: true });
  expect(store.size.rows).toBe(1);
});
