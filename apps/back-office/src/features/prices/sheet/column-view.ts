import type { SheetColumn } from './sheet-types';

/** How a person has arranged the columns: by id, what is not named stands in its given place. */
export interface ColumnView {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** How many columns stay when the sheet scrolls sideways; null: all before the first price, ours or theirs. */
  readonly frozen: number | null;
}

export const GIVEN_VIEW: ColumnView = { order: [], hidden: [], frozen: null };

/** What cannot be hidden: without it nobody knows what a row is. */
const ALWAYS = 'sku';

/** Places of the shown columns in their order, and how many of them are frozen. */
export function shownColumns(columns: readonly SheetColumn[], view: ColumnView): { shown: readonly number[]; frozenCount: number } {
  const ordered = arranged(columns, view.order);
  const hidden = new Set(view.hidden);
  const shown = ordered.filter((index) => columns[index]?.kind === ALWAYS || !hidden.has(columns[index]?.columnId ?? ''));
  const firstPrice = shown.findIndex((index) => columns[index]?.kind === 'price' || columns[index]?.kind === 'reference');
  const given = firstPrice < 0 ? shown.length : firstPrice;
  return { shown, frozenCount: Math.max(0, Math.min(view.frozen ?? given, shown.length)) };
}

/** Columns that the person has never placed keep their place behind the column that stands before them. */
export function arranged(columns: readonly SheetColumn[], order: readonly string[]): number[] {
  const known = order.flatMap((columnId) => {
    const index = columns.findIndex((column) => column.columnId === columnId);
    return index < 0 ? [] : [index];
  });
  const given = givenOrder(columns);
  const result = [...new Set(known)];
  given.forEach((index, place) => {
    if (result.includes(index)) return;
    const before = given[place - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, index);
  });
  return result;
}

/** Facts first, then prices; the quantities of a book stand together, in ascending order. */
function givenOrder(columns: readonly SheetColumn[]): number[] {
  const rank = (column: SheetColumn | undefined): readonly [number, number] => {
    if (!column || column.kind !== 'price') return [-1, 0];
    const [bookId = '', from = '0'] = column.columnId.split('@');
    return [columns.findIndex((other) => other.kind === 'price' && other.columnId.split('@')[0] === bookId), Number(from)];
  };
  return columns.map((_, index) => index).sort((a, b) => {
    const [left, right] = [rank(columns[a]), rank(columns[b])];
    return left[0] - right[0] || left[1] - right[1] || a - b;
  });
}
