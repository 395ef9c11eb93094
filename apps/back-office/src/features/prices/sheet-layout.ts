import { GIVEN_VIEW, type ColumnView } from './sheet/column-view';
import type { RowSort } from './sheet/row-order';

/** How a person has laid out the sheet of a market; kept in this browser. */
export interface SheetLayout {
  readonly view: ColumnView;
  /** By column id, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: RowSort | null;
}

const keyOf = (market: string): string => `oneshelf.price-sheet.${market}`;

/** What was kept; the given layout where nothing was, or where it cannot be read. */
export function readLayout(market: string): SheetLayout {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(market)) ?? '{}') as { view?: Partial<ColumnView>; widths?: unknown; sort?: Partial<RowSort> | null };
    const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
    const widths = Object.entries(kept.widths ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0);
    return { view: { order: texts(kept.view?.order), hidden: texts(kept.view?.hidden), frozen: typeof kept.view?.frozen === 'number' ? kept.view.frozen : null }, widths: Object.fromEntries(widths), sort: sortOf(kept.sort) };
  } catch {
    return { view: GIVEN_VIEW, widths: {}, sort: null };
  }
}

function sortOf(kept: Partial<RowSort> | null | undefined): RowSort | null {
  const isDirection = kept?.direction === 'ascending' || kept?.direction === 'descending';
  return isDirection && typeof kept.columnId === 'string' && kept.direction ? { columnId: kept.columnId, direction: kept.direction } : null;
}

/** A browser that keeps nothing (private, or full) loses the layout, not the work. */
export function keepLayout(market: string, layout: SheetLayout): void {
  try {
    window.localStorage.setItem(keyOf(market), JSON.stringify(layout));
  } catch {
    return;
  }
}
