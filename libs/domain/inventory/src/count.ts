import type { StockBucket } from './stock-level';

export type CountStatus = 'open' | 'recount' | 'review' | 'posted' | 'cancelled';

/** What a counter finds on the shelf: for sale, kept for orders or a register, held back. What is damaged or to be checked lies apart. */
export const shelfBuckets: readonly StockBucket[] = ['sellable', 'committed', 'allotted', 'safety'];

/** One product of a count: what was there, what the ledger says was there at the instant of the last scan. */
export interface CountedLine {
  countedMilli: number;
  expectedMilli: number;
  /** Of one piece; null where the cost is not known. */
  costMinor: number | null;
}

/** Found (above zero) or gone. */
export const varianceMilli = ({ countedMilli, expectedMilli }: CountedLine): number => countedMilli - expectedMilli;

/** The variance at cost, rounded to whole minor units, away from nothing: half a penny gone is a penny. */
export function varianceMinor(line: CountedLine): number {
  const exact = (varianceMilli(line) * (line.costMinor ?? 0)) / 1000;
  return Math.sign(exact) * Math.round(Math.abs(exact));
}

export interface RecountThreshold {
  /** From this many thousandths on, either way. */
  unitsMilli: number;
  /** From this much at cost on. */
  valueMinor: number;
}

/** A variance that is worth a second look by somebody else. */
export const needsRecount = (line: CountedLine, threshold: RecountThreshold): boolean =>
  varianceMilli(line) !== 0 && (Math.abs(varianceMilli(line)) >= threshold.unitsMilli || Math.abs(varianceMinor(line)) >= threshold.valueMinor);

export const accuracyTargetBasisPoints = 9700;

/** Share of products whose number was right, in basis points; null where nothing was counted. */
export function accuracyBasisPoints(lines: readonly CountedLine[]): number | null {
  if (lines.length === 0) return null;
  return Math.floor((lines.filter((line) => varianceMilli(line) === 0).length * 10_000) / lines.length);
}

/** What a count writes: the difference that it found. So the level is what was counted and what has moved since. */
export const countMove = (line: CountedLine): { from: 'shrink' | 'sellable'; to: 'shrink' | 'sellable'; quantityMilli: number } | null => {
  const variance = varianceMilli(line);
  if (variance === 0) return null;
  return variance > 0 ? { from: 'shrink', to: 'sellable', quantityMilli: variance } : { from: 'sellable', to: 'shrink', quantityMilli: -variance };
};
