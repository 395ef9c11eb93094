/** @jest-environment jsdom */
import { act, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { AdjustBar } from './adjust-bar';
import { PriceGrid } from './price-grid';
import type { SheetStore } from './sheet-store';
import { StatusBar } from './status-bar';
import { buildSheet, sheetRow } from './testing';
import { adjustLabels, gridLabels, statusLabels } from './testing-labels';

// jsdom has no layout: the grid then shows as many rows as fit 600 px.
class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

beforeAll(() => {
  globalThis.ResizeObserver = NoResize;
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

const sheetOf = (rows: number): SheetStore => buildSheet(
  Array.from({ length: rows }, () => [1000, 2000]),
  { rows: Array.from({ length: rows }, (_, index) => sheetRow(index, { costMinor: 500 })) },
);

function show(store: SheetStore, onHelp?: () => void): HTMLElement {
  render(
    <PriceGrid store={store} labels={gridLabels} onHelp={onHelp}><StatusBar store={store} labels={statusLabels} gridLabels={gridLabels} /></PriceGrid>,
  );
  const grid = screen.getByRole('grid');
  act(() => grid.focus());
  return grid;
}

const activeCell = (grid: HTMLElement): HTMLElement => {
  const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  if (!cell) throw new Error('The active cell is not in the document.');
  return cell;
};
const place = (grid: HTMLElement): [string | null | undefined, string | null] =>
  [activeCell(grid).closest('[role=row]')?.getAttribute('aria-rowindex'), activeCell(grid).getAttribute('aria-colindex')];
const press = (target: Element, key: string, modifiers: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}): boolean =>
  fireEvent.keyDown(target, { key, ...modifiers });
const paste = (grid: HTMLElement, text: string): void => {
  fireEvent.paste(grid, { clipboardData: { getData: () => text } });
};
// jsdom's pointer events have no coordinates; a mouse event of that name has.
const pointer = (target: Element, type: string, at: { button?: number; clientX?: number; clientY?: number }): void => {
  fireEvent(target, new MouseEvent(type, { bubbles: true, cancelable: true, ...at }));
};
const editor = (): HTMLInputElement => screen.getByRole('textbox');

it('is a grid with all rows counted, and only those on the screen in the document', () => {
  const grid = show(sheetOf(5000));
  expect(grid.getAttribute('aria-label')).toBe('Prices, Spring 2027');
  expect(grid.getAttribute('aria-rowcount')).toBe('5001');
  expect(grid.getAttribute('aria-colcount')).toBe('5');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(40);
  expect(within(grid).getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['SKU', 'Product', 'Cost', 'p0', 'p1']);
  expect(place(grid)).toEqual(['2', '4']);
});

it('moves by arrows, to the edges by Ctrl, extends by Shift, and keeps the focus in one place', () => {
  const store = sheetOf(5000);
  const grid = show(store);
  press(grid, 'ArrowDown');
  press(grid, 'ArrowRight');
  expect(place(grid)).toEqual(['3', '5']);
  press(grid, 'ArrowDown', { ctrlKey: true });
  expect(place(grid)).toEqual(['5001', '5']);
  press(grid, 'Home', { ctrlKey: true });
  expect(place(grid)).toEqual(['2', '1']);
  press(grid, 'ArrowDown', { shiftKey: true });
  press(grid, 'ArrowRight', { shiftKey: true });
  expect(within(grid).getAllByRole('gridcell', { selected: true }).length + within(grid).getAllByRole('rowheader', { selected: true }).length).toBe(4);
  expect(document.activeElement).toBe(grid);
});

it('keeps the active row in the document when it is scrolled away', () => {
  const grid = show(sheetOf(5000));
  grid.scrollTop = 90_000;
  fireEvent.scroll(grid);
  expect(within(grid).getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toContain('3002');
  expect(place(grid)).toEqual(['2', '4']);
});

it('edits by typing, commits by Enter and Tab, cancels by Escape', () => {
  const store = sheetOf(3);
  const grid = show(store);
  press(grid, '7');
  expect(editor().value).toBe('7');
  expect(editor().getAttribute('aria-label')).toBe('p0 for SKU-0');
  fireEvent.change(editor(), { target: { value: '7.50' } });
  press(editor(), 'Enter');
  expect(store.textOf(3)).toBe('7.50');
  expect(place(grid)).toEqual(['3', '4']);
  expect(document.activeElement).toBe(grid);

  press(grid, 'F2');
  expect(editor().value).toBe('10.00');
  fireEvent.change(editor(), { target: { value: '8' } });
  press(editor(), 'Tab');
  expect(store.textOf(8)).toBe('8.00');
  expect(place(grid)).toEqual(['3', '5']);

  press(grid, '9');
  press(editor(), 'Escape');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(store.textOf(9)).toBe('20.00');
  expect(document.activeElement).toBe(grid);
});

it('commits once when the focus leaves the editor', () => {
  const store = sheetOf(3);
  const grid = show(store);
  fireEvent.doubleClick(activeCell(grid));
  fireEvent.change(editor(), { target: { value: '6' } });
  fireEvent.blur(editor());
  expect(store.textOf(3)).toBe('6.00');
  act(() => { store.undo(); });
  expect([store.textOf(3), store.canUndo]).toEqual(['10.00', false]);
});

it('does not edit what is read-only, and says so', () => {
  const grid = show(sheetOf(2));
  press(grid, 'Home');
  expect(activeCell(grid).getAttribute('aria-readonly')).toBe('true');
  press(grid, 'F2');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('This cell cannot be edited');
});

it('marks an error for eyes and screen readers, and the selection leaves the mark', () => {
  const grid = show(sheetOf(2));
  press(grid, 'x');
  press(editor(), 'ArrowUp');
  const cell = activeCell(grid);
  expect(cell.textContent).toBe('not a price, "x" is not a price');
  expect(cell.getAttribute('aria-invalid')).toBe('true');
  expect(cell.className.split(' ')).toEqual(expect.arrayContaining(['error', 'changed', 'selected', 'active']));
  expect(screen.getByRole('status').textContent).toBe('"x" is not a price');
  expect(screen.getByText('1 errors')).toBeTruthy();
});

it('pastes from a spreadsheet, announces it, and undoes and redoes it by keys', () => {
  const store = sheetOf(600);
  const grid = show(store);
  const lines = Array.from({ length: 500 }, (_, row) => `${row + 10}.00\t${row === 7 ? 'abc' : '30'}`);
  paste(grid, `${lines.join('\r\n')}\r\n`);
  expect(screen.getByRole('status').textContent).toBe('Pasted 1000 prices, 1 could not be read');
  expect(within(grid).getAllByRole('gridcell').filter((cell) => cell.getAttribute('aria-invalid') === 'true')).toHaveLength(1);
  expect(store.textOf(500 * 5 - 2)).toBe('509.00');
  press(grid, 'z', { ctrlKey: true });
  expect(screen.getByRole('status').textContent).toBe('Undid paste, 999');
  expect(store.cells.changedCount).toBe(0);
  press(grid, 'y', { ctrlKey: true });
  expect(store.cells.changedCount).toBe(999);
  press(grid, 'y', { ctrlKey: true });
  expect(screen.getByRole('status').textContent).toBe('Nothing to redo');
});

it('copies and cuts the selection', () => {
  const store = sheetOf(2);
  const grid = show(store);
  const setData = jest.fn();
  press(grid, 'ArrowRight', { shiftKey: true });
  fireEvent.copy(grid, { clipboardData: { setData } });
  fireEvent.cut(grid, { clipboardData: { setData } });
  expect(setData.mock.calls).toEqual([['text/plain', '10.00\t20.00'], ['text/plain', '10.00\t20.00']]);
  expect([store.textOf(3), store.textOf(4), store.textOf(8)]).toEqual(['', '', '10.00']);
});

it('fills, clears and selects by keys', () => {
  const store = sheetOf(3);
  const grid = show(store);
  press(grid, 'a', { ctrlKey: true });
  expect(screen.getByText('15 selected')).toBeTruthy();
  press(grid, 'ArrowRight', { ctrlKey: true });
  press(grid, ' ', { ctrlKey: true });
  expect(screen.getByText('3 selected')).toBeTruthy();
  expect(screen.getByText('Sum 60.00')).toBeTruthy();
  press(grid, 'Delete');
  expect([store.textOf(4), store.textOf(9), store.textOf(14)]).toEqual(['', '', '']);
  press(grid, 'r', { ctrlKey: true });
  expect([store.textOf(4), store.textOf(9), store.textOf(14)]).toEqual(['10.00', '10.00', '10.00']);
  press(grid, 'Escape');
  expect(screen.getByText('1 selected')).toBeTruthy();
});

it('lets Tab out at the end of a row, and other keys through to the browser', () => {
  const grid = show(sheetOf(2));
  expect(press(grid, 'Tab')).toBe(false);
  expect(press(grid, 'Tab')).toBe(true);
  expect(press(grid, 'F5')).toBe(true);
  const composing = createEvent.keyDown(grid, { key: '7', isComposing: true });
  fireEvent(grid, composing);
  expect([composing.defaultPrevented, screen.queryByRole('textbox')]).toEqual([false, null]);
});

it('resizes and sorts the active column by keys, and shows help', () => {
  const store = sheetOf(2);
  const onHelp = jest.fn();
  const grid = show(store, onHelp);
  press(grid, 'ArrowRight', { altKey: true, shiftKey: true });
  expect(screen.getByRole('columnheader', { name: 'p0' }).style.width).toBe('114px');
  expect(screen.getByRole('status').textContent).toBe('p0 114');
  press(grid, 'Home');
  press(grid, 'ArrowDown', { altKey: true, shiftKey: true });
  expect(screen.getByRole('columnheader', { name: 'SKU' }).getAttribute('aria-sort')).toBe('descending');
  expect(within(grid).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['SKU-1', 'SKU-0']);
  press(grid, '?', { shiftKey: true });
  expect(onHelp).toHaveBeenCalledTimes(1);
});

it('adjusts the selection by a rule, and refuses what is no percentage', () => {
  const store = sheetOf(2);
  render(<AdjustBar store={store} labels={adjustLabels} />);
  store.select({ anchor: { row: 0, column: 3 }, focus: { row: 1, column: 3 } });
  const percent = screen.getByLabelText<HTMLInputElement>('Adjust selection');
  fireEvent.change(percent, { target: { value: 'four' } });
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect([percent.getAttribute('aria-invalid'), screen.getByRole('status').textContent]).toEqual(['true', 'Not a percentage']);
  expect(store.cells.changedCount).toBe(0);
  fireEvent.change(percent, { target: { value: '+4%' } });
  fireEvent.change(screen.getByLabelText('Price ending'), { target: { value: '99' } });
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect([store.textOf(3), store.textOf(8), store.textOf(4)]).toEqual(['9.99', '9.99', '20.00']);
  expect([percent.getAttribute('aria-invalid'), screen.getByRole('status').textContent]).toEqual([null, 'Adjusted 2, passed over 0']);
});

it('selects by dragging and fills by the handle', () => {
  const store = sheetOf(5);
  const grid = show(store);
  // Frozen columns end at 414, a price is 98 wide; rows of 30 begin under a header of 34.
  const point = (row: number, column: number) => ({ button: 0, clientX: 414 + column * 98 + 20, clientY: 34 + row * 30 + 10 });
  pointer(within(grid).getAllByText('10.00')[0] as HTMLElement, 'pointerdown', point(0, 0));
  pointer(grid, 'pointermove', point(1, 1));
  fireEvent.pointerUp(grid);
  expect(store.range).toEqual({ top: 0, bottom: 1, left: 3, right: 4 });
  act(() => { store.moveTo({ row: 0, column: 3 }); });
  press(grid, '7');
  press(editor(), 'ArrowDown');
  press(grid, 'ArrowUp');
  pointer(grid.querySelector('[data-fill-handle]') as HTMLElement, 'pointerdown', point(0, 0));
  pointer(grid, 'pointermove', point(3, 0));
  expect(grid.querySelectorAll('.filling')).toHaveLength(4);
  fireEvent.pointerUp(grid);
  expect([3, 8, 13, 18, 23].map((cell) => store.textOf(cell))).toEqual(['7.00', '7.00', '7.00', '7.00', '10.00']);
  expect(screen.getByRole('status').textContent).toBe('Filled 3');
  expect(grid.querySelectorAll('.filling')).toHaveLength(0);
});

it('selects a column by its header and resizes it by its edge', () => {
  const store = sheetOf(5);
  const grid = show(store);
  const header = screen.getByRole('columnheader', { name: 'p1' });
  pointer(header, 'pointerdown', { button: 0 });
  expect(store.range).toEqual({ top: 0, bottom: 4, left: 4, right: 4 });
  const edge = header.querySelector('[data-resize]') as HTMLElement;
  pointer(edge, 'pointerdown', { clientX: 600 });
  pointer(edge, 'pointermove', { clientX: 640 });
  fireEvent.pointerUp(edge);
  expect(header.style.width).toBe('138px');
  expect(within(grid).getAllByRole('gridcell')[3]?.style.width).toBe('138px');
});

it('renders on the server', () => {
  const store = sheetOf(5000);
  const html = renderToString(<PriceGrid store={store} labels={gridLabels}><StatusBar store={store} labels={statusLabels} gridLabels={gridLabels} /></PriceGrid>);
  expect(html).toContain('aria-rowcount="5001"');
  expect(html).toContain('SKU-0');
});
