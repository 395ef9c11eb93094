import type { QuantityUnit } from '@oneshelf/domain-kernel';

/** How units of a product are kept: told apart or not, and what a quantity of 1000 is. */
export interface HowKept {
  kind: 'stock' | 'bundle' | 'kit';
  trackedBy: 'none' | 'lot' | 'serial';
  unit: QuantityUnit;
  isCatchWeight: boolean;
}

/** What is counted in the unit of today: what is there, what people wait for, and what is on its way. */
export interface UnitsInUse { stockMilli: number; waitingMilli: number; expectedMilli: number }

export type HowKeptProblem = 'catch_weight_not_yet' | 'bundle_has_no_units' | 'serial_is_a_piece' | 'unit_in_use';

/** Why a product cannot be kept like this; null: it can. Stock that was there before units were told apart stays without a serial or lot (INV-100). */
export function howKeptProblem(before: HowKept, after: HowKept, inUse: UnitsInUse): HowKeptProblem | null {
  if (after.isCatchWeight) return 'catch_weight_not_yet';
  if (after.kind === 'bundle' && (after.trackedBy !== 'none' || after.unit !== 'piece')) return 'bundle_has_no_units';
  if (after.trackedBy === 'serial' && after.unit !== 'piece') return 'serial_is_a_piece';
  const isInUse = inUse.stockMilli !== 0 || inUse.waitingMilli !== 0 || inUse.expectedMilli !== 0;
  return after.unit !== before.unit && isInUse ? 'unit_in_use' : null;
}

