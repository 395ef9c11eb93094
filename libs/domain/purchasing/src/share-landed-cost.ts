import { apportion, ok, refuse, type Result } from '@oneshelf/domain-kernel';

export type LandedBasis = 'value' | 'quantity' | 'weight';

export interface LandedLine {
  lineId: string;
  quantityMilli: number;
  valueMinor: number;
  /** Of one piece; null: nobody has weighed it. */
  weightGrams: number | null;
}

/**
 * Shares what it cost to get goods here over the lines of their receipt, by largest remainder: the shares are the amount
 * (PUR-7). Refuses a basis that says nothing of these goods: a weight that is missing, a value of zero.
 */
export function shareLandedCost(amountMinor: number, lines: readonly LandedLine[], basis: LandedBasis): Result<{ lineId: string; amountMinor: number }[], { kind: 'no_basis'; basis: LandedBasis; lineIds: string[] }> {
  const unweighed = basis === 'weight' ? lines.filter((line) => line.weightGrams === null) : [];
  if (unweighed.length > 0) return refuse({ kind: 'no_basis', basis, lineIds: unweighed.map((line) => line.lineId) });
  const weights = lines.map((line) => (basis === 'value' ? line.valueMinor : basis === 'quantity' ? line.quantityMilli : (line.quantityMilli * (line.weightGrams ?? 0)) / 1000)).map(Math.round);
  if (weights.every((weight) => weight === 0)) return refuse({ kind: 'no_basis', basis, lineIds: lines.map((line) => line.lineId) });
  const shares = apportion(amountMinor, weights);
  return ok(lines.map((line, index) => ({ lineId: line.lineId, amountMinor: shares[index] ?? 0 })));
}
