import { allocate, apportion, isWhole, wholeUnits } from '@oneshelf/domain-kernel';
import type { UnitShare } from './quote';

export interface LineAmounts {
  quantityMilli: number;
  listUnitMinor: number;
  totalMinor: number;
  discountMinor: number;
  taxMinor: number;
  /** What the price changed by on account of the tax; absent or 0: nothing. */
  adjustmentMinor?: number;
}

/** The line's discount, tax and total frozen per piece (PRC-7): a refund reads them and prices nothing again. */
export function unitShares(line: LineAmounts, taxInclusive: boolean): UnitShare[] {
  const count = isWhole(line.quantityMilli) ? wholeUnits(line.quantityMilli) : 1;
  if (count === 1) return [{ unit: 1, quantityMilli: line.quantityMilli, totalMinor: line.totalMinor, discountMinor: line.discountMinor, taxMinor: line.taxMinor }];
  const discounts = allocate(line.discountMinor, Array<number>(count).fill(line.listUnitMinor));
  const paid = discounts.map((discount) => line.listUnitMinor - discount);
  const taxes = apportion(line.taxMinor, paid);
  // Another rate than the book's: what the line costs is shared by what the units would have cost.
  const changed = line.adjustmentMinor ? apportion(line.totalMinor, paid) : undefined;
  return paid.map((amount, index) => {
    const taxMinor = taxes[index] ?? 0;
    if (changed) return { unit: index + 1, quantityMilli: 1000, totalMinor: changed[index] ?? 0, discountMinor: discounts[index] ?? 0, taxMinor };
    return { unit: index + 1, quantityMilli: 1000, totalMinor: taxInclusive ? amount : amount + taxMinor, discountMinor: discounts[index] ?? 0, taxMinor };
  });
}
