import { scaleRounded } from '@oneshelf/domain-kernel';

export interface CountedWeight {
  /** What a piece usually weighs; null: the goods are not priced by weight. */
  usualWeightGrams: number | null;
  quantityMilli: number;
  weightMilli: number | undefined;
}

export type ReceivedWeightProblem = 'weight_missing' | 'weight_not_asked';

/** What a piece weighed on average, in thousandths of a kilogram, half up (INV-156); null: nothing was weighed. */
export const averageWeightMilli = ({ quantityMilli, weightMilli }: { quantityMilli: number; weightMilli: number }): number | null =>
  quantityMilli <= 0 ? null : scaleRounded(weightMilli, { numerator: 1000, denominator: quantityMilli }, 'half_up');

/** Pieces of catch weight come with what all of them weigh, and nothing else does (INV-152); null: it is right. */
export function receivedWeightProblem({ usualWeightGrams, quantityMilli, weightMilli }: CountedWeight): ReceivedWeightProblem | null {
  const isAsked = usualWeightGrams !== null && quantityMilli > 0;
  if (isAsked && weightMilli === undefined) return 'weight_missing';
  return !isAsked && weightMilli !== undefined ? 'weight_not_asked' : null;
}

/** Of what quantity the cost of a supplier's order is (INV-153): of a piece of the usual weight where the goods were weighed, else of one. `perMilli` of `quantityMilli`. */
export function costedQuantity({ usualWeightGrams, quantityMilli, weightMilli }: CountedWeight): { quantityMilli: number; perMilli: number } {
  // Grams are thousandths of a kilogram.
  if (usualWeightGrams && weightMilli !== undefined) return { quantityMilli: weightMilli, perMilli: usualWeightGrams };
  return { quantityMilli, perMilli: 1000 };
}
