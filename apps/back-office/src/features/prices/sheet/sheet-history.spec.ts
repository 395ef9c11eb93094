import { SheetHistory, type Patch } from './sheet-history';

const patch = (cells: number): Patch => ({
  kind: 'paste', turn: 0, cells: new Uint32Array(cells), before: new Float64Array(cells), after: new Float64Array(cells), beforeTexts: new Map(), afterTexts: new Map(),
});

it('forgets the oldest steps when they hold too many cells, never the newest', () => {
  const history = new SheetHistory();
  history.record(patch(900_000));
  history.record(patch(900_000));
  const large = patch(2_500_000);
  history.record(large);
  expect(history.takeUndo()).toBe(large);
  expect(history.takeUndo()).toBeUndefined();
});

it('keeps 500 steps', () => {
  const history = new SheetHistory();
  for (let step = 0; step < 510; step += 1) history.record(patch(1));
  let steps = 0;
  while (history.takeUndo()) steps += 1;
  expect(steps).toBe(500);
  expect([history.canUndo, history.canRedo]).toEqual([false, true]);
});
