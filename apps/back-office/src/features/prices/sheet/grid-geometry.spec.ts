import { defaultWidths, gridGeometry, positionAtPoint, revealCell, withRoomyTitle } from './grid-geometry';
import type { SheetColumn } from './sheet-types';

// Two frozen columns (100 + 200), then three prices of 100 each.
const geometry = gridGeometry([100, 200, 100, 100, 100], 2);
const pane = (scrollTop = 0, scrollLeft = 0) => ({ scrollTop, scrollLeft, clientHeight: 334, clientWidth: 450 });

it('knows where columns stand', () => {
  expect(geometry).toMatchObject({ lefts: [0, 100, 300, 400, 500], frozenWidth: 300, totalWidth: 600 });
});

it.each([
  { name: 'a cell in sight', position: { row: 3, column: 2 }, from: pane(), to: [0, 0] },
  { name: 'a row below', position: { row: 10, column: 2 }, from: pane(), to: [30, 0] },
  { name: 'a row above', position: { row: 1, column: 2 }, from: pane(90), to: [30, 0] },
  { name: 'a column to the right', position: { row: 0, column: 3 }, from: pane(), to: [0, 50] },
  { name: 'a column hidden behind the frozen ones', position: { row: 0, column: 2 }, from: pane(0, 120), to: [0, 0] },
  { name: 'a frozen column, which is always in sight', position: { row: 0, column: 1 }, from: pane(0, 120), to: [0, 120] },
])('scrolls just far enough to $name', ({ position, from, to }) => {
  revealCell(from, geometry, position);
  expect([from.scrollTop, from.scrollLeft]).toEqual(to);
});

it('finds the cell under a point, below the header and beside the frozen columns', () => {
  expect(positionAtPoint(pane(), geometry, { x: 310, y: 34 })).toEqual({ row: 0, column: 2 });
  expect(positionAtPoint(pane(60, 120), geometry, { x: 310, y: 63 })).toEqual({ row: 2, column: 3 });
  expect(positionAtPoint(pane(60, 120), geometry, { x: 150, y: 64 })).toEqual({ row: 3, column: 1 });
  expect(positionAtPoint(pane(), geometry, { x: 900, y: 33 })).toEqual({ row: -1, column: 4 });
});

it('gives spare room to the title and none to the prices', () => {
  const columns = (['sku', 'title', 'cost', 'price'] as const).map((kind) => ({ kind, title: 'List' }) as SheetColumn);
  const widths = defaultWidths(columns);
  expect([400, 600, 2000].map((pane) => withRoomyTitle(widths, columns, pane))).toEqual([[110, 220, 84, 98], [110, 308, 84, 98], [110, 480, 84, 98]]);
});
