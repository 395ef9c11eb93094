import { formatAmount } from './format-amount';
import { SheetStore } from './sheet-store';
import type { ColumnValues, ParsedMoney, RemoteCell, SheetChange, SheetColumn, SheetRow, SheetText } from './sheet-types';

/** Reads `12`, `12.5`, `-3.00`, `€ 35,20`, `1,000.50`; enough for specs, without a locale. */
export function parsePlainMoney(text: string, column: SheetColumn): ParsedMoney {
  const bare = text.replace(/[£€$\s]/g, '');
  const plain = /,\d{2}$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match || (match[3] ?? '').length > column.fractionDigits) return { ok: false };
  const amount = Number((match[2] ?? '') + (match[3] ?? '').padEnd(column.fractionDigits, '0'));
  return { ok: true, amountMinor: match[1] === '-' ? 0 - amount : amount };
}

export const plainText: SheetText = {
  parseMoney: parsePlainMoney,
  formatMoney: (amountMinor, column) => formatAmount(amountMinor, column.fractionDigits),
  formatDifference: (basisPoints) => `${basisPoints > 0 ? '+' : ''}${Math.round(basisPoints / 100)}%`,
  formatMargin: (marginBasisPoints) => `${Math.round(marginBasisPoints / 100)}%`,
};

export function priceColumn(columnId: string, overrides: Partial<SheetColumn> = {}): SheetColumn {
  return { columnId, title: columnId, kind: 'price', currency: 'GBP', fractionDigits: 2, editable: true, taxInclusive: false, ...overrides };
}

export const frozenColumns: readonly SheetColumn[] = [
  priceColumn('sku', { title: 'SKU', kind: 'sku', editable: false }),
  priceColumn('title', { title: 'Product', kind: 'title', editable: false }),
  priceColumn('cost', { title: 'Cost', kind: 'cost', editable: false }),
];

export function sheetRow(index: number, overrides: Partial<SheetRow> = {}): SheetRow {
  return { variantId: `v${index}`, sku: `SKU-${index}`, title: `Product ${index}`, costMinor: null, taxRateBasisPoints: 2000, mapMinor: null, ...overrides };
}

/** A sheet of `prices[row][column]` in the given price columns (default: as many GBP columns as are needed). */
export function buildSheet(prices: readonly (readonly (number | null)[])[], overrides: { rows?: readonly SheetRow[]; columns?: readonly SheetColumn[] } = {}): SheetStore {
  const columns = overrides.columns ?? (prices[0] ?? []).map((_, index) => priceColumn(`p${index}`));
  const values: Record<string, ColumnValues> = {};
  columns.filter((column) => column.kind === 'price').forEach((column, index) => {
    const amounts = prices.map((row) => row[index] ?? null);
    values[column.columnId] = { liveMinor: amounts, draftMinor: amounts };
  });
  return new SheetStore({
    rows: overrides.rows ?? prices.map((_, index) => sheetRow(index)),
    columns: [...frozenColumns, ...columns],
    values,
    costCurrency: 'GBP',
    text: plainText,
  });
}

/** The changes to save, without what was seen. */
export const changesOf = (store: SheetStore): Omit<SheetChange, 'sawMinor'>[] => store.sync.takeChanges().map(({ variantId, columnId, amountMinor }) => ({ variantId, columnId, amountMinor }));

/** Cells as somebody else wrote them. */
export const remoteCells = (...cells: readonly Omit<SheetChange, 'sawMinor'>[]): RemoteCell[] => cells.map((cell) => ({ ...cell, changedBy: 'Marcus Bell', changedAt: '2026-11-22T10:32:00.000Z' }));

/** Lets the sheet hear of them. */
export const hear = (store: SheetStore, ...cells: readonly Omit<SheetChange, 'sawMinor'>[]): void => store.receive((sync, turn) => sync.applyRemote(remoteCells(...cells), turn));
