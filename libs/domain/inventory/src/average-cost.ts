import { lineAmount } from '@oneshelf/domain-kernel';
import type { CostChange, CostEffect } from './cost-change';
import { partOf, type Worth } from './cost-share';

/**
 * Goods of one level at moving average. Below zero while counters have sold more than there was: then `valueMinor` is
 * what those units were reckoned at, and whatever comes next settles it. `last`: the cost that was known last.
 */
export interface AverageCost extends Worth {
  last: Worth | null;
}

export const emptyAverage: AverageCost = { quantityMilli: 0, valueMinor: 0, last: null };

export function applyAverage(state: AverageCost, change: CostChange): { state: AverageCost; effect: CostEffect } {
  switch (change.kind) {
    case 'in': return takeIn(state, change);
    case 'in_at_cost': return takeIn(state, { quantityMilli: change.quantityMilli, valueMinor: ownCost(state, change.quantityMilli) ?? lineAmount(change.otherwiseMinor, change.quantityMilli) });
    case 'out': return takeOut(state, change.quantityMilli);
    case 'revalue': return revalue(state, change);
  }
}

/** What some units cost by what the level knows: its average, else the last known cost, else nothing is known. */
function ownCost({ quantityMilli, valueMinor, last }: AverageCost, wantedMilli: number): number | null {
  const known = quantityMilli > 0 ? { quantityMilli, valueMinor } : last;
  return known === null ? null : partOf(known, wantedMilli);
}

function takeIn(state: AverageCost, came: Worth): { state: AverageCost; effect: CostEffect } {
  const last = { quantityMilli: came.quantityMilli, valueMinor: came.valueMinor };
  // Units that were sold before they came are settled first: reckoned at 4.00, came at 5.00 → 1.00 is told of the sale now.
  const settled = Math.min(came.quantityMilli, Math.max(0, -state.quantityMilli));
  const expensedMinor = settled === 0 ? 0 : partOf(came, settled) - partOf({ quantityMilli: -state.quantityMilli, valueMinor: -state.valueMinor }, settled);
  const valueMinor = came.valueMinor - expensedMinor;
  return {
    state: { quantityMilli: state.quantityMilli + came.quantityMilli, valueMinor: state.valueMinor + valueMinor, last },
    effect: { valueMinor, expensedMinor, inMinor: came.valueMinor, outMinor: 0 },
  };
}

function takeOut(state: AverageCost, quantityMilli: number): { state: AverageCost; effect: CostEffect } {
  const there = Math.min(quantityMilli, Math.max(0, state.quantityMilli));
  const known = state.quantityMilli > 0 ? { quantityMilli: state.quantityMilli, valueMinor: state.valueMinor } : state.last;
  const beyond = quantityMilli - there;
  const outMinor = (there === 0 ? 0 : partOf(state, there)) + (beyond === 0 || known === null ? 0 : partOf(known, beyond));
  return {
    state: { quantityMilli: state.quantityMilli - quantityMilli, valueMinor: state.valueMinor - outMinor, last: known },
    effect: { valueMinor: 0 - outMinor, expensedMinor: 0, inMinor: 0, outMinor },
  };
}

/** An average knows no layer: as much of the receipt as can still be there bears its part; the rest is told of what left. */
function revalue(state: AverageCost, { receivedMilli, amountMinor }: Extract<CostChange, { kind: 'revalue' }>): { state: AverageCost; effect: CostEffect } {
  const left = Math.min(receivedMilli, Math.max(0, state.quantityMilli));
  const wanted = left === 0 ? 0 : partOf({ quantityMilli: receivedMilli, valueMinor: amountMinor }, left);
  // A correction downwards takes no more than the goods are worth.
  const valueMinor = Math.max(wanted, Math.min(0, -state.valueMinor));
  const after = { quantityMilli: state.quantityMilli, valueMinor: state.valueMinor + valueMinor };
  return { state: { ...after, last: after.quantityMilli > 0 ? after : state.last }, effect: { valueMinor, expensedMinor: amountMinor - valueMinor, inMinor: amountMinor, outMinor: 0 } };
}
