import { buckets } from '@oneshelf/domain-inventory';
import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { foldOfBuckets } from './fold-of-buckets';

export interface PastMovement {
  variantId: string;
  locationId: string;
  /** ISO instant at which it was recorded. */
  at: string;
  /** Default: the outside. */
  from?: string;
  to?: string;
  quantityMilli: number;
  causeKind?: string;
  causeId?: string;
}

/** Movements of the past, as the ledger would have written them then, and the levels that they make. */
export async function givePastMovements(test: Pick<TestDatabase, 'database'>, movements: PastMovement[]): Promise<string[]> {
  const rows = movements.map((movement) => ({
    id: newId(), operation_id: newId(), entry: 0, variant_id: movement.variantId, location_id: movement.locationId, from_bucket: movement.from ?? 'supplier', to_bucket: movement.to ?? 'customer',
    quantity_milli: movement.quantityMilli, cause_kind: movement.causeKind ?? 'adjustment', cause_id: movement.causeId ?? newId(), reason: '', actor: 'tester', occurred_at: movement.at, recorded_at: movement.at,
  }));
  await sql`INSERT INTO stock_movement (id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, reason, actor, occurred_at, recorded_at)
    SELECT id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, reason, actor, occurred_at, recorded_at
    FROM json_populate_recordset(null::stock_movement, ${JSON.stringify(rows)}::json)`.execute(test.database);
  const columns = sql.join(buckets.map((bucket) => sql.ref(`${bucket}_milli`)));
  await sql`
    INSERT INTO stock_level (variant_id, location_id, ${columns}, override_milli, version)
    SELECT variant_id, location_id, ${columns}, greatest(0, -sellable_milli), 1 FROM (
      SELECT m.variant_id, m.location_id, ${foldOfBuckets()} FROM stock_movement m WHERE m.variant_id = ANY(${[...new Set(movements.map((one) => one.variantId))]}::uuid[]) GROUP BY m.variant_id, m.location_id) folded
    ON CONFLICT (variant_id, location_id) DO UPDATE SET ${sql.join(buckets.map((bucket) => sql`${sql.ref(`${bucket}_milli`)} = excluded.${sql.ref(`${bucket}_milli`)}`))}, override_milli = excluded.override_milli`.execute(test.database);
  return rows.map((row) => row.id);
}
