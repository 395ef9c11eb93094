import { ApiProblem } from '@oneshelf/api-client';
import type { DraftCell, SavedDraft } from '@oneshelf/contracts';
import { DraftSaver, SAVE_DELAY_MS } from './draft-saver';
import type { DraftSave } from './sheet/market-sheet';
import { editCell } from './sheet/edit-cells';
import { buildSheet, hear } from './sheet/testing';

const saved = (clashes: DraftCell[] = []): SavedDraft => ({ versionId: 'v', number: 1, changes: 1, revision: 2, clashes });
const send = jest.fn<Promise<SavedDraft>, [DraftSave]>();
/** Types into row and price column. */
const edit = (store: ReturnType<typeof buildSheet>, [row, price]: [number, number], text: string) => editCell(store, { row, column: 3 + price }, text);
const sent = () => send.mock.calls.map(([save]) => [save.bookId, save.request.changes.map(({ variantId, fromMilli, amountMinor }) => ({ variantId, fromMilli, amountMinor }))]);

beforeEach(() => {
  jest.useFakeTimers();
  send.mockReset().mockResolvedValue(saved());
});
afterEach(() => jest.useRealTimers());

function watched(rows = 3) {
  const store = buildSheet(Array.from({ length: rows }, () => [1000, 2000]));
  const saver = new DraftSaver(store, send);
  return { store, saver, stop: saver.watch() };
}

it('sends a run of edits together, one request a book, and says when', async () => {
  const { store, saver } = watched();
  edit(store, [0, 0], '11.00');
  edit(store, [1, 0], '12.00');
  edit(store, [1, 1], '22.00');
  expect(saver.state()).toEqual({ kind: 'clean' });
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1);
  expect(send).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(sent()).toEqual([['p0', [{ variantId: 'v0', fromMilli: 0, amountMinor: 1100 }, { variantId: 'v1', fromMilli: 0, amountMinor: 1200 }]], ['p1', [{ variantId: 'v1', fromMilli: 0, amountMinor: 2200 }]]]);
  expect(saver.state()).toEqual({ kind: 'saved', at: new Date() });
});

it('sends nothing where only the selection moved', async () => {
  const { store, saver } = watched();
  store.moveTo({ row: 1, column: 3 });
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(send).not.toHaveBeenCalled();
  expect(saver.state()).toEqual({ kind: 'clean' });
});

it('keeps what could not be sent, says so, and sends it again with the next try', async () => {
  const { store, saver } = watched();
  const error = new Error('unreachable');
  send.mockRejectedValueOnce(error);
  edit(store, [0, 0], '11.00');
  edit(store, [1, 1], '22.00');
  expect(await saver.flush()).toBe(false);
  expect(saver.state()).toEqual({ kind: 'failed', error });
  expect(send).toHaveBeenCalledTimes(1);
  expect(await saver.flush()).toBe(true);
  expect(sent().slice(1)).toEqual([['p0', [{ variantId: 'v0', fromMilli: 0, amountMinor: 1100 }]], ['p1', [{ variantId: 'v1', fromMilli: 0, amountMinor: 2200 }]]]);
});

it('sends what changed during a save after it, never at once', async () => {
  const { store, saver } = watched();
  let answer: (draft: SavedDraft) => void = () => undefined;
  send.mockImplementationOnce(() => new Promise<SavedDraft>((resolve) => { answer = resolve; }));
  edit(store, [0, 0], '11.00');
  const first = saver.flush();
  await jest.advanceTimersByTimeAsync(0);
  edit(store, [0, 0], '12.00');
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(send).toHaveBeenCalledTimes(1);
  answer(saved());
  await first;
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(sent().map(([, changes]) => changes)).toEqual([[{ variantId: 'v0', fromMilli: 0, amountMinor: 1100 }], [{ variantId: 'v0', fromMilli: 0, amountMinor: 1200 }]]);
});

it('sends the rest when the page is left', async () => {
  const { store, stop } = watched();
  edit(store, [0, 0], '11.00');
  stop();
  await jest.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenCalledTimes(1);
});

it('sends nothing of a draft that was thrown away', async () => {
  const { store, saver, stop } = watched();
  edit(store, [0, 0], '11.00');
  saver.abandon();
  stop();
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(send).not.toHaveBeenCalled();
});

it('sends what the editor saw, and keeps ours unsaved where somebody else changed the cell', async () => {
  const { store, saver } = watched();
  send.mockResolvedValueOnce(saved([{ variantId: 'v0', fromMilli: 0, amountMinor: 1150, changedBy: 'Marcus Bell', changedAt: null }]));
  edit(store, [0, 0], '11.00');
  edit(store, [1, 0], '12.00');
  await saver.flush();
  expect(send.mock.calls[0]?.[0].request.changes).toEqual([{ variantId: 'v0', fromMilli: 0, amountMinor: 1100, sawMinor: 1000 }, { variantId: 'v1', fromMilli: 0, amountMinor: 1200, sawMinor: 1000 }]);
  expect([store.textOf(3), [...store.sync.clashes.values()]]).toEqual(['11.00', [{ theirs: 1150, changedBy: 'Marcus Bell', changedAt: null }]]);
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(send).toHaveBeenCalledTimes(1);
  store.receive((sync) => sync.keepMine(3));
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);
  expect(send.mock.calls[1]?.[0].request.changes).toEqual([{ variantId: 'v0', fromMilli: 0, amountMinor: 1100, sawMinor: 1150 }]);
});

it('sends again by itself once the network is back, but not what the server refused', async () => {
  const { store, saver } = watched();
  send.mockRejectedValueOnce(new ApiProblem({ status: 0, code: 'network_unreachable', title: '', detail: '' }));
  edit(store, [0, 0], '11.00');
  await saver.flush();
  await saver.sendAgain();
  expect([send.mock.calls.length, saver.state().kind]).toEqual([2, 'saved']);
  send.mockRejectedValueOnce(new ApiProblem({ status: 422, code: 'unknown_products', title: '', detail: '' }));
  edit(store, [0, 0], '12.00');
  await saver.flush();
  await saver.sendAgain();
  expect([send.mock.calls.length, saver.state().kind]).toEqual([3, 'failed']);
});

it('says no longer that a save failed once nothing is left to send: taken back, or waiting for a choice', async () => {
  const { store, saver } = watched();
  send.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  edit(store, [0, 0], '11.00');
  await saver.flush();
  hear(store, { variantId: 'v0', columnId: 'p0', amountMinor: 1150 });
  await saver.sendAgain();
  expect([send.mock.calls.length, saver.state().kind, store.sync.clashes.size]).toEqual([1, 'clean', 1]);
});
