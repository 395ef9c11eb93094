import type { QuantityUnit } from '@oneshelf/domain-kernel';

/** How units of a product are kept: told apart or not, and what a quantity of 1000 is. */
export interface HowKept {
  kind: 'stock' | 'bundle' | 'kit';
  trackedBy: 'none' | 'lot' | 'serial';
  unit: QuantityUnit;
  /** Counted in pieces, priced by what each weighs. */
  isCatchWeight: boolean;
  /** What a piece usually weighs; null: nobody said. */
  weightGrams: number | null;
}

/** What is counted in the unit of today: what is there, what people wait for, and what is on its way. */
export interface UnitsInUse { stockMilli: number; waitingMilli: number; expectedMilli: number }

export type HowKeptProblem = 'catch_weight_is_pieces' | 'usual_weight_missing' | 'catch_weight_component' | 'catch_weight_in_use' | 'bundle_has_no_units' | 'serial_is_a_piece' | 'unit_in_use';

/** Why a product cannot be kept like this; null: it can. Stock that was there before units were told apart stays without a serial or lot (INV-100). */
export function howKeptProblem(before: HowKept & { isComponent?: boolean }, after: HowKept, inUse: UnitsInUse): HowKeptProblem | null {
  if (after.kind === 'bundle' && (after.trackedBy !== 'none' || after.unit !== 'piece' || after.isCatchWeight)) return 'bundle_has_no_units';
  if (after.trackedBy === 'serial' && after.unit !== 'piece') return 'serial_is_a_piece';
  const isInUse = inUse.stockMilli !== 0 || inUse.waitingMilli !== 0 || inUse.expectedMilli !== 0;
  if (after.unit !== before.unit && isInUse) return 'unit_in_use';
  // What was bought and promised by the piece would be asked for by the kilogram, or the reverse.
  if (after.isCatchWeight !== before.isCatchWeight && isInUse) return 'catch_weight_in_use';
  return after.isCatchWeight ? catchWeightProblem(before, after) : null;
}

function catchWeightProblem({ isComponent = false }: { isComponent?: boolean }, { unit, weightGrams }: HowKept): HowKeptProblem | null {
  if (unit !== 'piece') return 'catch_weight_is_pieces';
  if (weightGrams === null || weightGrams <= 0) return 'usual_weight_missing';
  return isComponent ? 'catch_weight_component' : null;
}

