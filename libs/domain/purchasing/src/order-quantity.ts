import { invariant } from '@oneshelf/domain-kernel';

/** How a supplier sells a product; thousandths, one piece is 1000. */
export interface PackRule {
  packMilli: number;
  /** The least of one order; 0: one pack. */
  minimumMilli: number;
}

export interface OrderQuantity {
  quantityMilli: number;
  packs: number;
  /** Why it is more than was wanted. */
  raisedBy: 'minimum' | 'pack' | null;
}

/** The least quantity that can be ordered and covers what is wanted: whole packs, at least the minimum (PUR-2). */
export function orderQuantity(wantedMilli: number, { packMilli, minimumMilli }: PackRule): OrderQuantity {
  invariant(Number.isSafeInteger(wantedMilli) && wantedMilli > 0, `orderQuantity: ${wantedMilli} is no quantity above zero`);
  invariant(Number.isSafeInteger(packMilli) && packMilli > 0 && minimumMilli >= 0, `orderQuantity: a pack of ${packMilli}, at least ${minimumMilli}`);
  const packs = Math.ceil(Math.max(wantedMilli, minimumMilli) / packMilli);
  const quantityMilli = packs * packMilli;
  const raisedBy = quantityMilli === wantedMilli ? null : minimumMilli > wantedMilli ? 'minimum' : 'pack';
  return { quantityMilli, packs, raisedBy };
}
