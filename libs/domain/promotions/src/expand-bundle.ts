import { allocate, invariant } from '@oneshelf/domain-kernel';

/** An article that is sold as one and consists of others. */
export interface BundleArticle {
  /** A price for the whole; absent: each part at its own. */
  priceMinor?: number;
  parts: BundlePart[];
}

export interface BundlePart {
  variantId: string;
  /** In one bundle. */
  quantity: number;
  unitMinor: number;
}

/** A part of a line, with what all its units cost. */
export interface ExpandedPart {
  variantId: string;
  quantity: number;
  amountMinor: number;
}

/**
 * A line of `quantity` bundles as lines of its parts, so that each part has its own tax, stock and return (PRM-20). A price
 * for the whole is shared out by what the parts cost alone, by largest remainder, ties by variant id, for all bundles at
 * once.
 */
export function expandBundle({ priceMinor, parts }: BundleArticle, quantity: number): ExpandedPart[] {
  invariant(Number.isSafeInteger(quantity) && quantity > 0, `${quantity} bundles cannot be sold`);
  const ordered = [...parts].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
  const alone = ordered.map((part) => part.unitMinor * part.quantity * quantity);
  const amounts = priceMinor === undefined ? alone : less(alone, alone.reduce((sum, amount) => sum + amount, 0) - priceMinor * quantity);
  return ordered.map((part, index) => ({ variantId: part.variantId, quantity: part.quantity * quantity, amountMinor: amounts[index] ?? 0 }));
}

function less(amounts: readonly number[], discountMinor: number): number[] {
  invariant(discountMinor >= 0, 'a bundle costs no more than its parts');
  const shares = allocate(discountMinor, amounts);
  return amounts.map((amount, index) => amount - (shares[index] ?? 0));
}
