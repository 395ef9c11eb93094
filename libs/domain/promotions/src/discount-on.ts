import { invariant, scaleRounded } from '@oneshelf/domain-kernel';
import type { Discount } from './promotion';

/**
 * What a discount takes off an amount: a percentage half up, an amount or the part above a price for each of `count`
 * pieces. Never more than the amount (PRM-5).
 */
export function discountOn(discount: Discount, amountMinor: number, count: number): number {
  if ('percentBasisPoints' in discount) {
    invariant(Number.isSafeInteger(discount.percentBasisPoints) && discount.percentBasisPoints >= 0, () => `${discount.percentBasisPoints} is no percentage`);
    return scaleRounded(amountMinor, { numerator: Math.min(discount.percentBasisPoints, 10_000), denominator: 10_000 }, 'half_up');
  }
  if ('amountOffMinor' in discount) return Math.min(discount.amountOffMinor * count, amountMinor);
  return Math.max(0, amountMinor - discount.priceMinor * count);
}
