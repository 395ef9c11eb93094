import { invariant } from '@oneshelf/domain-kernel';

export interface Exposure {
  /** Sellable at the locations that serve the channel. */
  availableMilli: number;
  /** In orders that the marketplace has taken and we have not reserved yet. */
  openUnsyncedMilli: number;
  /** Held back because a quantity needs time to arrive there. 1000 is 10 %. */
  bufferBasisPoints: number;
}

/** Whole units that a marketplace may offer: max(0, ⌊(available − open) × (1 − buffer)⌋) (DOMAIN.md §9). */
export function exposedUnits({ availableMilli, openUnsyncedMilli, bufferBasisPoints }: Exposure): number {
  invariant(Number.isSafeInteger(bufferBasisPoints) && bufferBasisPoints >= 0 && bufferBasisPoints <= 10_000, `a buffer is 0 to 10000 basis points, not ${bufferBasisPoints}`);
  invariant(Number.isSafeInteger(availableMilli) && Number.isSafeInteger(openUnsyncedMilli), 'quantities are whole thousandths');
  const free = Math.max(0, availableMilli - openUnsyncedMilli);
  return Number((BigInt(free) * BigInt(10_000 - bufferBasisPoints)) / 10_000_000n);
}
