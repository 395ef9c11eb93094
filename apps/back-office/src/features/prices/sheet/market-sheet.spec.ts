import { PriceSheetTable, SaveDraftRequest } from '@oneshelf/contracts';
import { differenceText } from './cell-text';
import { cellsOfOthers, draftSaves, marketSheet, tierColumn } from './market-sheet';
import { SheetStore } from './sheet-store';
import { changesOf } from './testing';

const id = (index: number): string => `01935000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const sheet: PriceSheetTable = PriceSheetTable.parse({
  marketCode: 'DE', currency: 'EUR', taxInclusive: true, release: 7,
  columns: [
    { bookId: id(1), name: 'Liste', fromMilli: 0, derivation: null, channelCode: null, locationId: null, draft: null },
    { bookId: id(2), name: 'Web', fromMilli: 0, derivation: null, channelCode: 'web', locationId: null, draft: null },
  ],
  rows: { variantIds: [id(10), id(11)], skus: ['BOO-1', 'MUG-1'], titles: ['Stiefel', 'Becher'], costsMinor: [5000, null], taxRatesBasisPoints: [1900, 1900] },
  live: [[11_900, 1_000], [null, 900]],
  draft: [{ rows: [1], amountsMinor: [null], by: [0], atSeconds: [1_795_000_000] }, { rows: [0], amountsMinor: [9_900], by: [-1], atSeconds: [1_795_000_000] }],
  authors: ['Marcus Bell'],
  references: [],
});
const words = { reference: (source: string) => source, locale: 'de', sku: 'Artikel', product: 'Produkt', cost: 'Einkauf', margin: 'Marge', tier: (book: string, fromMilli: number) => `${book} ab ${fromMilli / 1000}`, formula: () => '−10 %' };

it('shows a market: a column a book, drafts over what is live, margin net of tax', () => {
  const store = new SheetStore(marketSheet(sheet, words));
  expect(store.columns.map((column) => column.title)).toEqual(['Artikel', 'Produkt', 'Einkauf', 'Marge', 'Liste', 'Web']);
  const texts = (row: number) => store.columns.map((_, column) => store.textOf(row * 6 + column));
  expect(texts(0)).toEqual(['BOO-1', 'Stiefel', '50,00', '50\u00a0%', '119,00', '99,00']);
  expect(texts(1)).toEqual(['MUG-1', 'Becher', '', '', '', '9,00']);
  expect(store.cells.changedCount).toBe(2);
  expect(changesOf(store)).toEqual([]);
});

it('makes one request a book, and more when a book has more than a request takes', () => {
  const changes = Array.from({ length: 10_001 }, (_, index) => ({ variantId: id(index), columnId: id(1), amountMinor: index, sawMinor: null }));
  const saves = draftSaves([...changes, { variantId: id(5), columnId: id(2), amountMinor: null, sawMinor: 5 }]);
  expect(saves.map(({ bookId, request }) => [bookId, request.changes.length])).toEqual([[id(1), 10_000], [id(1), 1], [id(2), 1]]);
  expect(saves[2]?.request).toEqual(SaveDraftRequest.parse({ changes: [{ variantId: id(5), amountMinor: null, sawMinor: 5 }] }));
  expect(saves.flatMap((save) => save.changes)).toHaveLength(10_002);
  expect(draftSaves([])).toEqual([]);
});

const none = { rows: [], amountsMinor: [], by: [], atSeconds: [] };

it('shows what is asked elsewhere with the difference, and what is below the maker\'s limit', () => {
  const reference = { seenAtSeconds: [0] };
  const store = new SheetStore(marketSheet({ ...sheet, references: [{ kind: 'map', source: 'Gipfel', rows: [0], amountsMinor: [12_000], ...reference }, { kind: 'competitor', source: 'Tal', rows: [0], amountsMinor: [12_500], ...reference }] }, words));
  expect(store.columns.map((column) => column.title)).toEqual(['Artikel', 'Produkt', 'Einkauf', 'Marge', 'Gipfel', 'Tal', 'Liste', 'Web']);
  expect([4, 5].map((column) => [store.textOf(column), differenceText(store, column), differenceText(store, 8 + column)])).toEqual([['120,00', '-1\u00a0%', ''], ['125,00', '-5\u00a0%', '']]);
  expect([6, 7, 14].map((cell) => store.cells.errorAt(cell))).toEqual(['below_map', 'below_map', null]);
  expect([store.isEditable(4), store.cells.isSavable(6)]).toEqual([false, true]);
});

it('marks what others had changed before the sheet was opened, and nothing of the reader', () => {
  expect(cellsOfOthers(sheet)).toEqual([{ variantId: id(11), columnId: id(1), amountMinor: null, changedBy: 'Marcus Bell', changedAt: '2026-11-18T11:06:40.000Z' }]);
});

it('gives each quantity of a book its column, also one that has no price yet, and saves into the book from that quantity', () => {
  const tiered = PriceSheetTable.parse({
    ...sheet,
    columns: [sheet.columns[0], { ...sheet.columns[0], fromMilli: 6000 }, { ...sheet.columns[1], derivation: { baseName: 'Liste', versionNumber: null, formula: { percentBasisPoints: -1000 }, column: 0, pinnedMinor: null } }],
    rows: { variantIds: [id(10)], skus: ['BOO-1'], titles: ['Stiefel'], costsMinor: [5000], taxRatesBasisPoints: [1900] },
    live: [[11_900], [9_000], [null]],
    draft: [none, { rows: [0], amountsMinor: [8_900], by: [-1], atSeconds: [0] }, none],
  });
  const store = new SheetStore(marketSheet(tiered, words));
  for (const fromMilli of [12_000, 6000]) {
    const column = tierColumn(tiered, words, { bookId: id(1), fromMilli });
    if (column) store.addColumn(column);
  }
  expect(store.columns.slice(4).map(({ title, note }) => [title, note])).toEqual([['Liste', undefined], ['Liste ab 6', undefined], ['Liste ab 12', undefined], ['Web', '−10 %']]);
  expect([4, 5, 6, 7].map((column) => store.textOf(store.cellAt({ row: 0, column })))).toEqual(['119,00', '89,00', '', '107,10']);
  expect(store.columns[store.selection.focus.column]?.title).toBe('Liste ab 12');
  store.cells.write(store.cellAt({ row: 0, column: 6 }), 8000, undefined);
  const [save] = draftSaves(store.sync.takeChanges());
  expect(save).toMatchObject({ bookId: id(1), request: { changes: [{ variantId: id(10), fromMilli: 12_000, amountMinor: 8000 }] } });
});
