import { lineAmount } from '@oneshelf/domain-kernel';
import type { CostChange, CostEffect } from './cost-change';
import { partOf, type Worth } from './cost-share';

/** What came at once and is left of it. */
export interface CostLayer extends Worth {
  /** The receipt, return or count that it came by. */
  sourceId: string;
}

/** Goods of one level, first in, first out. `owed`: units that counters sold before they came, and what they were reckoned at. */
export interface FifoCost {
  layers: readonly CostLayer[];
  owed: Worth;
  last: Worth | null;
}

export const emptyFifo: FifoCost = { layers: [], owed: { quantityMilli: 0, valueMinor: 0 }, last: null };

export const fifoValue = ({ layers, owed }: FifoCost): number => layers.reduce((sum, layer) => sum + layer.valueMinor, 0) - owed.valueMinor;

export function applyFifo(state: FifoCost, change: CostChange): { state: FifoCost; effect: CostEffect } {
  switch (change.kind) {
    case 'in': return takeIn(state, { quantityMilli: change.quantityMilli, valueMinor: change.fifoMinor ?? change.valueMinor }, change.sourceId);
    case 'in_at_cost': return takeIn(state, { quantityMilli: change.quantityMilli, valueMinor: ownCost(state, change.quantityMilli) ?? lineAmount(change.otherwiseMinor, change.quantityMilli) }, change.sourceId);
    case 'out': return takeOut(state, change.quantityMilli);
    case 'revalue': return revalue(state, change);
  }
}

/** Found goods are taken for the newest of those that are there; where none are, for the last that were. */
function ownCost({ layers, last }: FifoCost, wantedMilli: number): number | null {
  const known = layers.at(-1) ?? last;
  return known === null ? null : partOf(known, wantedMilli);
}

function takeIn(state: FifoCost, came: Worth, sourceId: string): { state: FifoCost; effect: CostEffect } {
  const settled = Math.min(came.quantityMilli, state.owed.quantityMilli);
  const settledMinor = settled === 0 ? 0 : partOf(came, settled);
  const reckonedMinor = settled === 0 ? 0 : partOf(state.owed, settled);
  const layer = { sourceId, quantityMilli: came.quantityMilli - settled, valueMinor: came.valueMinor - settledMinor };
  const expensedMinor = settledMinor - reckonedMinor;
  return {
    state: {
      layers: layer.quantityMilli === 0 ? state.layers : [...state.layers, layer],
      owed: { quantityMilli: state.owed.quantityMilli - settled, valueMinor: state.owed.valueMinor - reckonedMinor },
      last: { quantityMilli: came.quantityMilli, valueMinor: came.valueMinor },
    },
    effect: { valueMinor: came.valueMinor - expensedMinor, expensedMinor, inMinor: came.valueMinor, outMinor: 0 },
  };
}

function takeOut(state: FifoCost, quantityMilli: number): { state: FifoCost; effect: CostEffect } {
  let wanted = quantityMilli;
  let outMinor = 0;
  let last = state.last;
  const layers: CostLayer[] = [];
  for (const layer of state.layers) {
    const taken = Math.min(wanted, layer.quantityMilli);
    const minor = taken === 0 ? 0 : partOf(layer, taken);
    wanted -= taken;
    outMinor += minor;
    if (taken > 0) last = { quantityMilli: layer.quantityMilli, valueMinor: layer.valueMinor };
    if (taken < layer.quantityMilli) layers.push({ ...layer, quantityMilli: layer.quantityMilli - taken, valueMinor: layer.valueMinor - minor });
  }
  const beyondMinor = wanted === 0 || last === null ? 0 : partOf(last, wanted);
  outMinor += beyondMinor;
  return {
    state: { layers, owed: { quantityMilli: state.owed.quantityMilli + wanted, valueMinor: state.owed.valueMinor + beyondMinor }, last },
    effect: { valueMinor: 0 - outMinor, expensedMinor: 0, inMinor: 0, outMinor },
  };
}

/** What is left of the receipt's layers bears its part; the rest is told of what left. */
function revalue(state: FifoCost, { sourceId, receivedMilli, amountMinor }: Extract<CostChange, { kind: 'revalue' }>): { state: FifoCost; effect: CostEffect } {
  let rest: Worth = { quantityMilli: receivedMilli, valueMinor: amountMinor };
  const layers = state.layers.map((layer) => {
    const left = layer.sourceId === sourceId ? Math.min(layer.quantityMilli, rest.quantityMilli) : 0;
    if (left === 0) return layer;
    const wanted = partOf(rest, left);
    const minor = Math.max(wanted, Math.min(0, -layer.valueMinor));
    rest = { quantityMilli: rest.quantityMilli - left, valueMinor: rest.valueMinor - minor };
    return { ...layer, valueMinor: layer.valueMinor + minor };
  });
  return { state: { ...state, layers }, effect: { valueMinor: amountMinor - rest.valueMinor, expensedMinor: rest.valueMinor, inMinor: amountMinor, outMinor: 0 } };
}
