import type { CellPosition } from '../../../sheet/cell-position';
import type { ColumnKind, SheetColumn } from './sheet-types';

export const ROW_HEIGHT = 30;
export const HEADER_HEIGHT = 34;
export const MIN_COLUMN_WIDTH = 56;
export const MAX_COLUMN_WIDTH = 480;

const DEFAULT_WIDTH: Readonly<Record<ColumnKind, number>> = { sku: 110, title: 220, cost: 84, margin: 76, reference: 116, price: 98 };

/** A price column whose header says its formula. */
const NOTED_WIDTH = 210;

/** Where each column stands, in CSS pixels. */
export interface GridGeometry {
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly frozenCount: number;
  readonly frozenWidth: number;
  readonly totalWidth: number;
}

/** The header of a book, a quantity or a source names it whole, as far as that is not too wide. */
const namedWidth = ({ kind, title }: SheetColumn): number => (kind === 'price' || kind === 'reference' ? Math.min(NOTED_WIDTH, Math.ceil(title.length * 7.6) + 26) : 0);

export function defaultWidths(columns: readonly SheetColumn[]): number[] {
  return columns.map((column) => (column.note ? NOTED_WIDTH : Math.max(DEFAULT_WIDTH[column.kind], namedWidth(column))));
}

/** Gives the title the room that a wide window has to spare, up to the widest that a column may be. */
export function withRoomyTitle(widths: readonly number[], columns: readonly SheetColumn[], paneWidth: number): number[] {
  const spare = Math.max(0, paneWidth - widths.reduce((sum, width) => sum + width, 0));
  return widths.map((width, index) => (columns[index]?.kind === 'title' ? Math.min(MAX_COLUMN_WIDTH, width + spare) : width));
}

/** The widths that a person chose; of the others the given ones, with what a wide window has to spare for the title. */
export function columnWidths(columns: readonly SheetColumn[], chosen: Readonly<Record<string, number>>, paneWidth: number): number[] {
  const widths = defaultWidths(columns).map((width, index) => chosen[columns[index]?.columnId ?? ''] ?? width);
  return chosen['title'] === undefined ? withRoomyTitle(widths, columns, paneWidth) : widths;
}

export function gridGeometry(widths: readonly number[], frozenCount: number): GridGeometry {
  const lefts: number[] = [];
  let totalWidth = 0;
  let frozenWidth = 0;
  widths.forEach((width, index) => {
    lefts.push(totalWidth);
    totalWidth += width;
    if (index < frozenCount) frozenWidth = totalWidth;
  });
  return { widths, lefts, frozenCount, frozenWidth, totalWidth };
}

export const clampWidth = (width: number): number => Math.max(MIN_COLUMN_WIDTH, Math.min(MAX_COLUMN_WIDTH, Math.round(width)));

/** The pane that scrolls, as numbers; `HTMLElement` has them all. */
export interface ScrollPane {
  scrollTop: number;
  scrollLeft: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
}

/** Scrolls just so far that the cell stands free of header and frozen columns. */
export function revealCell(pane: ScrollPane, geometry: GridGeometry, position: CellPosition): void {
  const top = position.row * ROW_HEIGHT;
  const room = pane.clientHeight - HEADER_HEIGHT;
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (top + ROW_HEIGHT > pane.scrollTop + room) pane.scrollTop = top + ROW_HEIGHT - room;
  if (position.column < geometry.frozenCount) return;
  const left = geometry.lefts[position.column] ?? 0;
  const right = left + (geometry.widths[position.column] ?? 0);
  if (left - geometry.frozenWidth < pane.scrollLeft) pane.scrollLeft = left - geometry.frozenWidth;
  else if (right > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = right - pane.clientWidth;
}

/** The cell under a point, given from the pane's upper left corner. A point in the header means the row above the first one shown. */
export function positionAtPoint(pane: ScrollPane, geometry: GridGeometry, point: { readonly x: number; readonly y: number }): CellPosition {
  const x = point.x < geometry.frozenWidth ? point.x : point.x + pane.scrollLeft;
  const found = geometry.lefts.findIndex((left, index) => x < left + (geometry.widths[index] ?? 0));
  return {
    row: Math.floor((point.y - HEADER_HEIGHT + pane.scrollTop) / ROW_HEIGHT),
    column: found < 0 ? geometry.lefts.length - 1 : found,
  };
}
