import { type RawBuilder, sql } from 'kysely';
import type { ReservationChange } from './stock-entry';

/** Beside what every reservation has: which bundle a line sells. Where no line sells one, the statement says nothing of it. */
export function bundleColumns(reservations: readonly ReservationChange[]): { values: RawBuilder<unknown>; names: RawBuilder<unknown> } {
  if (reservations.every((change) => change.bundleId == null)) return { values: sql``, names: sql`` };
  return {
    values: sql`, ${reservations.map((change) => change.bundleId ?? null)}::uuid[], ${reservations.map((change) => change.perBundleMilli ?? 1000)}::int8[]`,
    names: sql`, bundle_id, per_bundle_milli`,
  };
}
