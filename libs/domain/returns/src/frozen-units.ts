import type { UnitShare } from '@oneshelf/domain-pricing';

/** The units whose quantities sum exactly to what is asked, from the first on; null when none do. */
export function takeUnits(units: readonly UnitShare[], quantityMilli: number): UnitShare[] | null {
  let left = quantityMilli;
  const taken: UnitShare[] = [];
  for (const unit of units) {
    if (left <= 0) break;
    taken.push(unit);
    left -= unit.quantityMilli;
  }
  return left === 0 && taken.length > 0 ? taken : null;
}

/**
 * The frozen shares of units that are cancelled before they leave. Cancellations take units from the end of a line and
 * returns from its start, so no unit is ever given back twice. Null when the quantity cuts a unit or there is not so much.
 */
export function cancelledUnits(units: readonly UnitShare[], cancelledBeforeMilli: number, quantityMilli: number): UnitShare[] | null {
  const fromTheEnd = [...units].reverse();
  const before = cancelledBeforeMilli === 0 ? [] : takeUnits(fromTheEnd, cancelledBeforeMilli);
  return before && takeUnits(fromTheEnd.slice(before.length), quantityMilli);
}

/** The units that have left: the first of the line, as many as were fulfilled. */
export function fulfilledUnits(units: readonly UnitShare[], fulfilledMilli: number): UnitShare[] {
  let left = fulfilledMilli;
  return units.filter((unit) => (left -= unit.quantityMilli) >= 0);
}

export const quantityOf = (units: readonly UnitShare[]): number => units.reduce((total, unit) => total + unit.quantityMilli, 0);
