import { divideRounded } from '@oneshelf/domain-kernel';
import { cellCount } from '../../../sheet/cell-selection';
import type { SheetStore } from './sheet-store';
import { isAmount, type SheetColumn } from './sheet-types';

/** What the status bar says. Sum and average are null without prices, or where currencies are mixed. */
export interface SheetSummary {
  readonly selectedCount: number;
  readonly sumMinor: number | null;
  /** Rounded half up. */
  readonly averageMinor: number | null;
  /** The price column that says how sum and average are written. */
  readonly column: SheetColumn | null;
  readonly changedCount: number;
  readonly toFixCount: number;
}

export function sheetSummary(store: SheetStore): SheetSummary {
  const { range, cells } = store;
  const selectedCount = store.size.rows === 0 ? 0 : cellCount(range);
  const columns = store.columns.map((column, index) => ({ column, index }))
    .filter(({ column, index }) => column.kind === 'price' && index >= range.left && index <= range.right);
  const column = columns[0]?.column ?? null;
  const base = { selectedCount, changedCount: cells.changedCount, toFixCount: cells.toFixCount };
  if (column === null || columns.some((other) => other.column.currency !== column.currency)) {
    return { ...base, sumMinor: null, averageMinor: null, column: null };
  }
  let sum = 0;
  let count = 0;
  for (let row = range.top; row <= Math.min(range.bottom, store.size.rows - 1); row += 1) {
    for (const { index } of columns) {
      const value = cells.priceAt(store.cellAt({ row, column: index }));
      if (!isAmount(value)) continue;
      sum += value;
      count += 1;
    }
  }
  if (count === 0) return { ...base, sumMinor: null, averageMinor: null, column: null };
  return { ...base, sumMinor: sum, averageMinor: divideRounded(sum, count, 'half_up'), column };
}
