import { type RawBuilder, sql } from 'kysely';
import type { TypedColumn } from './ledger-rows';
import type { ReservationChange } from './stock-entry';

export interface BundleColumns {
  /** Of one reservation, as JSON. */
  values: (change: ReservationChange) => { bundle_id?: string | null; per_bundle_milli?: number };
  types: readonly TypedColumn[];
  names: RawBuilder<unknown>;
}

/** Beside what every reservation has: which bundle a line sells. Where no line sells one, the statement says nothing of it. */
export function bundleColumns(reservations: readonly ReservationChange[]): BundleColumns {
  if (reservations.every((change) => change.bundleId == null)) return { values: () => ({}), types: [], names: sql`` };
  return {
    values: (change) => ({ bundle_id: change.bundleId ?? null, per_bundle_milli: change.perBundleMilli ?? 1000 }),
    types: ['bundle_id uuid', 'per_bundle_milli int8'],
    names: sql`, bundle_id, per_bundle_milli`,
  };
}
