import fc from 'fast-check';
import { copyText, pasteText } from './clipboard-commands';
import { adjustSelection, clearSelection, editCell, fill, fillDown, fillRight } from './edit-cells';
import { fillRange } from '../../../sheet/cell-selection';
import type { SheetStore } from './sheet-store';
import { buildSheet, changesOf, hear, sheetRow } from './testing';

const ROWS = 6;
const COLUMNS = 4;
const newSheet = (): SheetStore => buildSheet(
  Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_column, column) => (row === column ? null : 100 * row + column))),
  { rows: Array.from({ length: ROWS }, (_, index) => sheetRow(index, { costMinor: index === 0 ? null : 150 })) },
);

const position = fc.record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS + 2) });
const cellText = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }).map((amount) => (amount / 100).toFixed(2)),
  fc.constantFrom('', 'abc', '-5.00', '99999999', '€ 35,20', '1,000.50', 'x\ty', '"'),
);
const block = fc.array(fc.array(cellText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((rows) => rows.map((row) => row.map((text) => (/[\t"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\n'));

type Step = (store: SheetStore) => unknown;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(position, position).map(([anchor, focus]): Step => (store) => store.select({ anchor, focus })),
  fc.tuple(position, cellText).map(([target, text]): Step => (store) => editCell(store, target, text)),
  block.map((text): Step => (store) => pasteText(store, text)),
  position.map((target): Step => (store) => fill(store, store.range, fillRange(store.range, target))),
  fc.constantFrom<Step>((store) => clearSelection(store), (store) => fillDown(store), (store) => fillRight(store),
    (store) => adjustSelection(store, { percentBasisPoints: 425, ending: 99 }), (store) => store.undo(), (store) => store.redo()),
);

/** Everything that a user could see of the cells, and the counts. */
const picture = (store: SheetStore) => ({
  draft: [...store.cells.draft],
  texts: [...store.cells.texts].sort(([a], [b]) => a - b),
  errors: [...store.cells.draft.keys()].map((cell) => store.cells.errorAt(cell)),
  counts: [store.cells.changedCount, store.cells.toFixCount],
});

it('undo restores exactly what was, redo what came of it', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const store = newSheet();
    const before = picture(store);
    for (const act of steps) act(store);
    while (store.redo() !== null);
    const after = picture(store);
    let undone = 0;
    while (store.undo() !== null) undone += 1;
    expect(picture(store)).toEqual(before);
    for (; undone > 0; undone -= 1) store.redo();
    expect(picture(store)).toEqual(after);
  }));
});

it('the counts are those of a count from scratch', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const store = newSheet();
    for (const act of steps) act(store);
    const changed = [...store.cells.draft.keys()].filter((cell) => store.cells.isChanged(cell));
    expect(store.cells.changedCount).toBe(changed.length);
    expect(store.cells.toFixCount).toBe(changed.filter((cell) => store.cells.errorAt(cell) !== null).length);
  }));
});

it('paste then copy gives the prices back', () => {
  const price = fc.integer({ min: 0, max: 9_999_999 }).map((amount) => (amount / 100).toFixed(2));
  const table = fc.tuple(fc.integer({ min: 1, max: COLUMNS }), fc.integer({ min: 1, max: ROWS }))
    .chain(([width, height]) => fc.array(fc.array(price, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }));
  fc.assert(fc.property(table, (cells) => {
    const store = newSheet();
    const text = cells.map((row) => row.join('\t')).join('\n');
    expect(pasteText(store, `${text}\r\n`).unreadable).toBe(0);
    expect(copyText(store)).toBe(text);
  }));
});

it('what is saved is what is shown: the changes of each step add up to the draft', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
    const store = newSheet();
    const server = newSheet();
    for (const act of steps) {
      act(store);
      hear(server, ...changesOf(store));
    }
    const savable = [...store.cells.draft.keys()].filter((cell) => store.cells.isSavable(cell));
    expect(savable.map((cell) => server.cells.draft[cell])).toEqual(savable.map((cell) => store.cells.draft[cell]));
    expect([...server.cells.draft.keys()].filter((cell) => !server.cells.isSavable(cell))).toEqual([]);
  }));
});
