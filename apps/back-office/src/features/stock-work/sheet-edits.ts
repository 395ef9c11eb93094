import type { CorrectStockRequest, QuantityUnit, StockSheetAnswer } from '@oneshelf/contracts';

export interface GridRow { variantId: string; sku: string; title: string; unit: QuantityUnit; isBundle: boolean; bin: string | null; levels: readonly (number | null)[] }
export interface SheetEdit { variantId: string; locationId: string; sku: string; title: string; unit: QuantityUnit; fromMilli: number; toMilli: number }
export type SheetNumber = 'on_hand' | 'available' | 'quality_control' | 'quarantine' | 'refurbish' | 'damaged' | 'safety';

/** A place's numbers, or the home bins of the one place that is shown. */
export interface GridColumn { id: string; name: string; kind: 'place' | 'bin'; /** Which of a row's levels. */ level: number; isEditable: boolean }

export const cellKey = (variantId: string, locationId: string): string => `${variantId}|${locationId}`;

/** Rows out of the columns of the pages. */
export const rowsOf = (pages: readonly StockSheetAnswer[]): GridRow[] =>
  pages.flatMap((page) => page.variantIds.map((variantId, row) => ({
    variantId, sku: page.skus[row] ?? '', title: page.titles[row] ?? '', unit: page.units[row] ?? 'piece', isBundle: page.bundles[row] ?? false, bin: page.bins[row] ?? null, levels: page.levels.map((column) => column[row] ?? null),
  })));

/** What a review shows: each changed cell with the number before and after. */
export function editsOf(edits: ReadonlyMap<string, number>, rows: readonly GridRow[], locationIds: readonly string[]): SheetEdit[] {
  const rowOf = new Map(rows.map((row) => [row.variantId, row]));
  return [...edits].flatMap(([key, toMilli]) => {
    const [variantId = '', locationId = ''] = key.split('|');
    const row = rowOf.get(variantId);
    return row ? [{ variantId, locationId, sku: row.sku, title: row.title, unit: row.unit, fromMilli: row.levels[locationIds.indexOf(locationId)] ?? 0, toMilli }] : [];
  });
}

/** The batch as differences: what is sold while somebody types stays sold. */
export const movesOf = (edits: readonly SheetEdit[], number: SheetNumber): CorrectStockRequest['moves'] =>
  edits.filter(({ fromMilli, toMilli }) => fromMilli !== toMilli).map(({ variantId, locationId, fromMilli, toMilli }) => ({ variantId, locationId, deltaMilli: toMilli - fromMilli, ...(number === 'on_hand' || number === 'available' ? {} : { bucket: number }) }));
