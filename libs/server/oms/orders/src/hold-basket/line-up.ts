import type { RouteLine } from '@oneshelf/domain-routing';

/** One line for each variant, in whole pieces, until the most that may be kept is reached. */
export function lineUp(demand: readonly { variantId: string; quantityMilli: number }[], mostMilli: number): RouteLine[] {
  let left = Math.floor(mostMilli / 1000) * 1000;
  return demand.flatMap(({ variantId, quantityMilli }) => {
    const kept = Math.min(quantityMilli, left);
    left -= kept;
    return kept > 0 ? [{ lineId: variantId, variantId, quantityMilli: kept }] : [];
  });
}
