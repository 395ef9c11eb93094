import type { PriceSheet } from '@oneshelf/contracts';
import { costAsBase, derivePrice } from '@oneshelf/domain-pricing';

type Row = PriceSheet['rows'][number];

/** The price set by hand in this cell: the draft's, else the live one. */
export function draftOrLive(row: Row, column: number): number | null {
  const cell = row.draft.find((change) => change.column === column);
  return cell ? cell.amountMinor : (row.live[column] ?? null);
}

/** What the formula makes of the sheet as it is drafted; null where the base has no price. */
export function derivedPrice(sheet: PriceSheet, column: number, rowIndex: number, steps = 0): number | null {
  const row = sheet.rows[rowIndex];
  const found = sheet.columns[column];
  if (!row || !found?.derivation || steps > sheet.columns.length) return null;
  const { formula, column: base, pinnedMinor, baseName } = found.derivation;
  const { costMinor } = row;
  const taxRateBasisPoints = sheet.taxInclusive ? row.taxRateBasisPoints : 0;
  const fromCost = baseName === null && found.fromMilli === 0 && costMinor !== null ? costAsBase(costMinor, taxRateBasisPoints) : null;
  const fromBook = base === null ? null : (draftOrLive(row, base) ?? derivedPrice(sheet, base, rowIndex, steps + 1));
  const baseMinor = pinnedMinor ? (pinnedMinor[rowIndex] ?? null) : (fromCost ?? fromBook);
  return baseMinor === null ? null : derivePrice(formula, { baseMinor, costMinor, taxRateBasisPoints }).amountMinor;
}
