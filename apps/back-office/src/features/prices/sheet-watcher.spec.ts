/** @jest-environment jsdom */
import type { SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import { DraftSaver } from './draft-saver';
import { editCell } from './sheet/edit-cells';
import { buildSheet, priceColumn } from './sheet/testing';
import { ASK_EVERY_MS, SheetWatcher } from './sheet-watcher';

const nothing: SheetNews = { release: 3, releasedBy: null, areColumnsOther: false, books: [], live: [], editors: [] };
const ask = jest.fn<Promise<SheetNews>, [SheetNewsRequest]>();
const cell = (amountMinor: number | null, variantId = 'v0', fromMilli = 0) => ({ variantId, fromMilli, amountMinor, changedBy: 'Marcus Bell', changedAt: '2026-11-22T10:32:00.000Z' });
const draft = (revision: number, versionId = 'd1') => ({ versionId, number: 2, revision });

beforeEach(() => {
  jest.useFakeTimers();
  ask.mockReset().mockResolvedValue(nothing);
});
afterEach(() => jest.useRealTimers());

function watched() {
  const store = buildSheet([[1000, 2000], [3000, 4000]]);
  const send = jest.fn().mockResolvedValue({ versionId: 'd1', number: 2, changes: 1, revision: 6, clashes: [] });
  const saver = new DraftSaver(store, send);
  const column = (bookId: string) => ({ bookId, name: bookId, fromMilli: 0, channelCode: null, locationId: null, derivation: null, draft: bookId === 'p0' ? draft(5) : null });
  const watcher = new SheetWatcher({
    store, saver, data: { release: 3, columns: [column('p0'), column('p1')] }, editorId: 'e1', ask,
    onNewTier: ({ bookId, fromMilli }) => store.addColumn(priceColumn(`${bookId}@${fromMilli}`)),
  });
  return { store, saver, send, watcher };
}

it('asks at once and every second and a half with what it knows, until it is stopped', async () => {
  const { watcher } = watched();
  const stop = watcher.watch();
  await jest.advanceTimersByTimeAsync(0);
  expect(ask.mock.calls).toEqual([[{ editorId: 'e1', release: 3, drafts: [{ bookId: 'p0', versionId: 'd1', revision: 5 }, { bookId: 'p1', versionId: null, revision: 0 }] }]]);
  await jest.advanceTimersByTimeAsync(ASK_EVERY_MS);
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
  await jest.advanceTimersByTimeAsync(10 * ASK_EVERY_MS);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('puts the cells of others into the sheet, and asks from there on', async () => {
  const { store, watcher } = watched();
  ask.mockResolvedValueOnce({ ...nothing, editors: ['Marcus Bell'], books: [{ bookId: 'p0', draft: draft(7), isWhole: false, cells: [cell(1100)] }, { bookId: 'p1', draft: draft(2, 'd2'), isWhole: true, cells: [cell(null, 'v1')] }] });
  await watcher.ask();
  expect([store.textOf(3), store.textOf(4), store.textOf(9)]).toEqual(['11.00', '20.00', '']);
  expect(watcher.company()).toEqual({ editors: ['Marcus Bell'], release: 3, isOutdated: false });
  await watcher.ask();
  expect(ask.mock.calls[1]?.[0].drafts).toEqual([{ bookId: 'p0', versionId: 'd1', revision: 7 }, { bookId: 'p1', versionId: 'd2', revision: 2 }]);
});

it('takes over a publish: what is live, and that the draft is gone', async () => {
  const { store, watcher } = watched();
  ask.mockResolvedValueOnce({ ...nothing, release: 4, releasedBy: 'Marcus Bell', books: [{ bookId: 'p0', draft: null, isWhole: true, cells: [] }], live: [{ bookId: 'p0', variantId: 'v0', fromMilli: 0, amountMinor: 1234 }] });
  await watcher.ask();
  expect([store.textOf(3), store.cells.changedCount, watcher.company().release]).toEqual(['12.34', 0, 4]);
});

it('makes a column for a quantity that somebody else began', async () => {
  const { store, watcher } = watched();
  ask.mockResolvedValueOnce({ ...nothing, books: [{ bookId: 'p0', draft: draft(6), isWhole: false, cells: [cell(900, 'v1', 6000)] }] });
  await watcher.ask();
  expect(store.columns.map((column) => column.columnId)).toEqual(['sku', 'title', 'cost', 'p0', 'p0@6000', 'p1']);
  expect(store.textOf(store.cellAt({ row: 1, column: 4 }))).toBe('9.00');
});

it('adopts its own revision only where no other edit can lie between', async () => {
  const { watcher } = watched();
  const saved = { versionId: 'd1', number: 2, changes: 1, clashes: [] };
  watcher.adopt('p0', { ...saved, revision: 7 });
  watcher.adopt('p1', { ...saved, versionId: 'd2', revision: 2 });
  await watcher.ask();
  expect(ask.mock.calls[0]?.[0].drafts).toEqual([{ bookId: 'p0', versionId: 'd1', revision: 5 }, { bookId: 'p1', versionId: 'd2', revision: 2 }]);
  watcher.adopt('p0', { ...saved, revision: 6 });
  await watcher.ask();
  expect(ask.mock.calls[1]?.[0].drafts[0]).toEqual({ bookId: 'p0', versionId: 'd1', revision: 6 });
});

it('waits for a save that is on its way, and sends what a cut network left once it is back', async () => {
  const { store, saver, send, watcher } = watched();
  const order: string[] = [];
  send.mockImplementationOnce(() => { order.push('save'); return Promise.reject(new TypeError('Failed to fetch')); });
  ask.mockImplementationOnce(() => { order.push('ask'); return Promise.reject(new TypeError('Failed to fetch')); }).mockImplementationOnce(() => { order.push('ask'); return Promise.resolve(nothing); });
  editCell(store, { row: 0, column: 3 }, '11.00');
  await Promise.all([saver.flush(), watcher.ask()]);
  expect([order, saver.state().kind, store.textOf(3)]).toEqual([['save', 'ask'], 'failed', '11.00']);
  await watcher.ask();
  expect([send.mock.calls.length, saver.state().kind]).toEqual([2, 'saved']);
});
