import { adjustmentLimits, type AdjustmentLimit, type LimitedRole } from '@oneshelf/domain-inventory';
import { type Actor, hasRole } from '@oneshelf/platform';

const unlimited: AdjustmentLimit = { unitsMilli: Number.MAX_SAFE_INTEGER, valueMinor: Number.MAX_SAFE_INTEGER };

/** How far a person may go alone at all of these places; null: not at all. */
export function limitOf(actor: Actor, locationIds: readonly string[]): AdjustmentLimit | null {
  if (locationIds.every((place) => hasRole(actor, [], place))) return unlimited;
  const roles = (['operations', 'store_manager', 'associate'] as const satisfies LimitedRole[]).filter((role) => locationIds.every((place) => hasRole(actor, [role], place)));
  return roles[0] === undefined ? null : adjustmentLimits[roles[0]];
}
