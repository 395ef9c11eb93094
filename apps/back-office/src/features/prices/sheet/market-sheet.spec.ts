import { PriceSheet, SaveDraftRequest } from '@oneshelf/contracts';
import { draftSaves, marketSheet, tierColumn } from './market-sheet';
import { SheetStore } from './sheet-store';
import { changesOf } from './testing';

const id = (index: number): string => `01935000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const sheet: PriceSheet = PriceSheet.parse({
  marketCode: 'DE', currency: 'EUR', taxInclusive: true, release: 7,
  columns: [
    { bookId: id(1), name: 'Liste', fromMilli: 0, derivation: null, channelCode: null, locationId: null, draft: null },
    { bookId: id(2), name: 'Web', fromMilli: 0, derivation: null, channelCode: 'web', locationId: null, draft: null },
  ],
  rows: [
    { variantId: id(10), sku: 'BOO-1', title: 'Stiefel', costMinor: 5000, taxRateBasisPoints: 1900, live: [11_900, null], draft: [{ column: 1, amountMinor: 9_900 }] },
    { variantId: id(11), sku: 'MUG-1', title: 'Becher', costMinor: null, taxRateBasisPoints: 1900, live: [1_000, 900], draft: [{ column: 0, amountMinor: null }] },
  ],
});
const words = { locale: 'de', sku: 'Artikel', product: 'Produkt', cost: 'Einkauf', margin: 'Marge', tier: (book: string, fromMilli: number) => `${book} ab ${fromMilli / 1000}`, formula: () => '−10 %' };

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

it('gives each quantity of a book its column, also one that has no price yet, and saves into the book from that quantity', () => {
  const tiered = PriceSheet.parse({
    ...sheet,
    columns: [sheet.columns[0], { ...sheet.columns[0], fromMilli: 6000 }, { ...sheet.columns[1], derivation: { baseName: 'Liste', versionNumber: null, formula: { percentBasisPoints: -1000 }, column: 0, pinnedMinor: null } }],
    rows: [{ ...sheet.rows[0], live: [11_900, 9_000, null], draft: [{ column: 1, amountMinor: 8_900 }] }],
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
