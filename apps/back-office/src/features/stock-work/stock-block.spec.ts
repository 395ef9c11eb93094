import type { GridColumn, GridRow } from './sheet-edits';
import { copyBlock, forgotten, readFill, readPaste, type ShownSheet } from './stock-block';
import { emptyDraft, numbersOf, problemKeys, redoStep, type StockDraft, undoStep, writeCells } from './stock-draft';

const row = (sku: string, more: Partial<GridRow> = {}): GridRow => ({ variantId: sku, sku, title: sku, unit: 'piece', isBundle: false, bin: null, levels: [1000, 2000, null], ...more });
const column = (id: string, level: number, isEditable = true): GridColumn => ({ id, name: id, kind: 'place', level, isEditable });
const rows = [row('boot'), row('coffee', { unit: 'kg' }), row('set', { isBundle: true }), row('hat')];
const columns = [column('soho', 0), column('leeds', 1), column('paris', 2, false)];
const sheet = (draft: StockDraft = emptyDraft): ShownSheet => ({ rows, columns, draft, decimalSign: '.' });
const one = (at: number, place: number) => ({ top: at, bottom: at, left: place, right: place });

describe('a block in the stock sheet', () => {
  it('fills right and down from one cell, marks what is bad, and passes over what may not be changed', () => {
    const pasted = readPaste(sheet(), one(0, 1), '5\t2.5\t9\n1.250\t7\t9\n3\t3\t3\nabc\t\t9\n');
    expect(pasted).toMatchObject({ range: { top: 0, bottom: 3, left: 1, right: 3 }, taken: 3, bad: 2, locked: 6, outside: 0 });
    const draft = writeCells(emptyDraft, pasted.changes);
    expect([...numbersOf(draft)]).toEqual([['boot|soho', 5000], ['coffee|soho', 1250], ['coffee|leeds', 7000]]);
    expect(problemKeys(draft).map((key) => [key, draft.cells.get(key)?.problem, draft.cells.get(key)?.text])).toEqual([['boot|leeds', 'not_whole', '2.5'], ['hat|soho', 'not_a_number', 'abc']]);
  });

  it('is one step back, whatever its size, and one forward again', () => {
    const first = writeCells(emptyDraft, readPaste(sheet(), one(3, 1), '8').changes);
    const both = writeCells(first, readPaste(sheet(first), one(0, 1), '5\t6\n7\t8').changes);
    expect(numbersOf(both).size).toBe(5);
    expect([...numbersOf(undoStep(both))]).toEqual([['hat|soho', 8000]]);
    expect(numbersOf(redoStep(undoStep(both)))).toEqual(numbersOf(both));
    expect(undoStep(emptyDraft)).toBe(emptyDraft);
  });

  it('says what falls off the sheet, fills a whole selection with one value, and forgets what is as it was', () => {
    expect(readPaste(sheet(), one(3, 2), '1\t2\t3\n4\t5\t6').outside).toBe(4);
    const whole = readPaste(sheet(), { top: 0, bottom: 1, left: 1, right: 2 }, '2');
    expect([...whole.changes]).toEqual([['boot|soho', { milli: 2000, text: '2', problem: null }], ['boot|leeds', null], ['coffee|soho', { milli: 2000, text: '2', problem: null }], ['coffee|leeds', null]]);
    expect([...forgotten(sheet(), { top: 0, bottom: 0, left: 0, right: 2 }).keys()]).toEqual(['boot|soho', 'boot|leeds']);
  });

  it('is copied as plain numbers with the SKU, and comes back as it was', () => {
    const draft = writeCells(emptyDraft, readPaste(sheet(), one(1, 1), '1.25').changes);
    expect(copyBlock({ ...sheet(draft), decimalSign: ',' }, { top: 0, bottom: 1, left: 0, right: 3 })).toBe('boot\t1\t2\t\ncoffee\t1,25\t2\t');
    expect([...readFill(sheet(), { top: 0, bottom: 1, left: 1, right: 2 }, 'right').changes]).toEqual([['boot|soho', null], ['boot|leeds', { milli: 1000, text: '1', problem: null }], ['coffee|soho', null], ['coffee|leeds', { milli: 1000, text: '1', problem: null }]]);
  });

  it('takes a thousand cells in a step', () => {
    const many: ShownSheet = { ...sheet(), rows: Array.from({ length: 500 }, (_, index) => row(`sku-${index}`)) };
    expect(readPaste(many, one(0, 1), Array.from({ length: 500 }, () => '11\t12').join('\n'))).toMatchObject({ taken: 1000, bad: 0, outside: 0 });
  });
});
