import { gridGeometry, positionAtPoint, revealCell } from './grid-geometry';

// Two frozen columns (100 + 200), then three prices of 100 each.
const geometry = gridGeometry([100, 200, 100, 100, 100], 2);
const pane = (scrollTop = 0, scrollLeft = 0) => ({ scrollTop, scrollLeft, clientHeight: 334, clientWidth: 450 });

it('knows where columns stand', () => {
  expect(geometry).toMatchObject({ lefts: [0, 100, 300, 400, 500], frozenWidth: 300, totalWidth: 600 });
});

it.each<[string, { row: number; column: number }, ReturnType<typeof pane>, [number, number]]>([
  ['a cell in sight', { row: 3, column: 2 }, pane(), [0, 0]],
  ['a row below', { row: 10, column: 2 }, pane(), [30, 0]],
  ['a row above', { row: 1, column: 2 }, pane(90), [30, 0]],
  ['a column to the right', { row: 0, column: 3 }, pane(), [0, 50]],
  ['a column hidden behind the frozen ones', { row: 0, column: 2 }, pane(0, 120), [0, 0]],
  ['a frozen column, which is always in sight', { row: 0, column: 1 }, pane(0, 120), [0, 120]],
])('scrolls just far enough to %s', (_name, position, scrolled, [top, left]) => {
  revealCell(scrolled, geometry, position);
  expect([scrolled.scrollTop, scrolled.scrollLeft]).toEqual([top, left]);
});

it('finds the cell under a point, below the header and beside the frozen columns', () => {
  expect(positionAtPoint(pane(), geometry, { x: 310, y: 34 })).toEqual({ row: 0, column: 2 });
  expect(positionAtPoint(pane(60, 120), geometry, { x: 310, y: 63 })).toEqual({ row: 2, column: 3 });
  expect(positionAtPoint(pane(60, 120), geometry, { x: 150, y: 64 })).toEqual({ row: 3, column: 1 });
  expect(positionAtPoint(pane(), geometry, { x: 900, y: 33 })).toEqual({ row: -1, column: 4 });
});
