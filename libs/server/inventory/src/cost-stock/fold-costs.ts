import { applyCost, type CostChange, emptyPool, isStockBucket, partOf, type Bucket } from '@oneshelf/domain-inventory';
import { lineAmount } from '@oneshelf/domain-kernel';
import type { CarriedWorth, CostedLevel, CostEntry, UncostedChange } from './cost.repository';

export interface CostFacts {
  /** What a piece costs by the catalogue, in the currency of the location; null: nobody said. */
  listCostOf: (variantId: string, locationId: string) => number | null;
  /** What is on its way, by transfer and variant. It is brought forward by the fold. */
  carried: Map<string, CarriedWorth>;
  /** True where both locations reckon in one currency. */
  isOneCurrency: (locationId: string, otherId: string) => boolean;
}

export const carriedKey = ({ causeId, variantId }: { causeId: string; variantId: string }): string => `${causeId}@${variantId}`;
const levelKey = ({ variantId, locationId }: { variantId: string; locationId: string }): string => `${variantId}@${locationId}`;

/** Folds changes, in their order, into the pools of their levels. The levels are changed; the entries say what each change did. */
export function foldCosts(levels: readonly CostedLevel[], changes: readonly UncostedChange[], facts: CostFacts): CostEntry[] {
  const byKey = new Map(levels.map((level) => [levelKey(level), level]));
  return changes.flatMap((change) => {
    const level = byKey.get(levelKey(change));
    if (!level) return [];
    const { cost, costFrom } = costOf(change, facts);
    const { pool, average, fifo } = applyCost(level.pool ?? emptyPool, cost);
    level.pool = pool;
    if (change.recordedAt > level.foldedAt) level.foldedAt = change.recordedAt;
    if (change.toBucket === 'transit' && change.causeKind === 'transfer') carry(change, facts, { averageMinor: average.outMinor, fifoMinor: fifo.outMinor });
    return [{ change, average, fifo, costFrom }];
  });
}

/** What a change is to the worth of its level, and where a cost of what came in was found. */
function costOf(change: UncostedChange, facts: CostFacts): { cost: CostChange; costFrom: string } {
  const { quantityMilli, causeId: sourceId } = change;
  if (change.amountMinor !== null) return { cost: { kind: 'revalue', sourceId, receivedMilli: change.receivedMilli ?? 0, amountMinor: change.amountMinor }, costFrom: 'receipt' };
  if (isStockBucket(change.fromBucket as Bucket)) return { cost: { kind: 'out', quantityMilli }, costFrom: 'none' };
  if (change.valueMinor !== null) return { cost: { kind: 'in', quantityMilli, valueMinor: change.valueMinor, sourceId }, costFrom: 'receipt' };
  const arrived = change.fromBucket === 'transit' ? arrive(change, facts) : null;
  if (arrived) return { cost: { kind: 'in', quantityMilli, ...arrived, sourceId }, costFrom: 'dispatch' };
  if (change.unitCostMinor !== null) return { cost: { kind: 'in', quantityMilli, valueMinor: lineAmount(change.unitCostMinor, quantityMilli), sourceId }, costFrom: 'movement' };
  const listCost = facts.listCostOf(change.variantId, change.locationId);
  // Goods of a supplier never come at what older ones cost; what is found or comes back does.
  if (change.fromBucket === 'supplier') return { cost: { kind: 'in', quantityMilli, valueMinor: lineAmount(listCost ?? 0, quantityMilli), sourceId }, costFrom: listCost === null ? 'none' : 'list' };
  return { cost: { kind: 'in_at_cost', quantityMilli, otherwiseMinor: listCost ?? 0, sourceId }, costFrom: 'average' };
}

function carry(change: UncostedChange, { carried }: CostFacts, worth: { averageMinor: number; fifoMinor: number }): void {
  const before = carried.get(carriedKey(change));
  carried.set(carriedKey(change), {
    causeId: change.causeId, variantId: change.variantId, dispatchedFrom: change.locationId, quantityMilli: (before?.quantityMilli ?? 0) + change.quantityMilli,
    averageMinor: (before?.averageMinor ?? 0) + worth.averageMinor, fifoMinor: (before?.fifoMinor ?? 0) + worth.fifoMinor,
  });
}

/** What arrives brings its part of what left; null where that is not known, or was reckoned in another currency. */
function arrive(change: UncostedChange, { carried, isOneCurrency }: CostFacts): { valueMinor: number; fifoMinor: number } | null {
  const worth = carried.get(carriedKey(change));
  if (!worth || worth.quantityMilli < change.quantityMilli || !isOneCurrency(worth.dispatchedFrom, change.locationId)) return null;
  const valueMinor = partOf({ quantityMilli: worth.quantityMilli, valueMinor: worth.averageMinor }, change.quantityMilli);
  const fifoMinor = partOf({ quantityMilli: worth.quantityMilli, valueMinor: worth.fifoMinor }, change.quantityMilli);
  carried.set(carriedKey(change), { ...worth, quantityMilli: worth.quantityMilli - change.quantityMilli, averageMinor: worth.averageMinor - valueMinor, fifoMinor: worth.fifoMinor - fifoMinor });
  return { valueMinor, fifoMinor };
}
