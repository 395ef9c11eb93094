import { GIVEN_VIEW, type ColumnView } from './sheet/column-view';

/** How a person has laid out the sheet of a market; kept in this browser. */
export interface SheetLayout {
  readonly view: ColumnView;
  /** By column id, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

const keyOf = (market: string): string => `oneshelf.price-sheet.${market}`;

/** What was kept; the given layout where nothing was, or where it cannot be read. */
export function readLayout(market: string): SheetLayout {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(market)) ?? '{}') as { view?: Partial<ColumnView>; widths?: unknown };
    const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
    const widths = Object.entries(kept.widths ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0);
    return { view: { order: texts(kept.view?.order), hidden: texts(kept.view?.hidden), frozen: typeof kept.view?.frozen === 'number' ? kept.view.frozen : null }, widths: Object.fromEntries(widths) };
  } catch {
    return { view: GIVEN_VIEW, widths: {} };
  }
}

/** A browser that keeps nothing (private, or full) loses the layout, not the work. */
export function keepLayout(market: string, layout: SheetLayout): void {
  try {
    window.localStorage.setItem(keyOf(market), JSON.stringify(layout));
  } catch {
    return;
  }
}
