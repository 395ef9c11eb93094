import { type Bucket, bucketsOfState, serialStateOf } from '@oneshelf/domain-inventory';
import type { Database } from '@oneshelf/platform';
import { sql } from 'kysely';

/** What leaves from where. */
export interface Leaving {
  variantId: string;
  locationId: string;
  from: Bucket;
}

/** The pieces among which something leaves: those of a product in one state at one place. */
export const poolOf = ({ variantId, locationId, from }: Leaving): string => `${variantId} ${locationId} ${serialStateOf(from)}`;

/** How many pieces lie in each of these whose serials nobody wrote down, by `poolOf`. Statements: 1. */
export async function unnamedAt(tx: Database, leaving: readonly Leaving[]): Promise<Map<string, number>> {
  const levels = await sql<{ variant_id: string; location_id: string; named: Record<string, number>; level: Record<string, number> }>`
    SELECT level.variant_id, level.location_id, to_json(level) AS level,
      coalesce((SELECT json_object_agg(state, pieces) FROM (SELECT state, count(*) AS pieces FROM stock_serial s WHERE (s.variant_id, s.location_id) = (level.variant_id, level.location_id) GROUP BY state) counted), '{}') AS named
    FROM stock_level level WHERE (variant_id, location_id) IN (SELECT * FROM unnest(${leaving.map((one) => one.variantId)}::uuid[], ${leaving.map((one) => one.locationId)}::uuid[]))`.execute(tx);
  return new Map(leaving.map((one) => {
    const row = levels.rows.find((level) => level.variant_id === one.variantId && level.location_id === one.locationId);
    const state = serialStateOf(one.from);
    const pieces = bucketsOfState(state).reduce((sum, bucket) => sum + (row?.level[`${bucket}_milli`] ?? 0), 0) + (state === 'shelf' ? (row?.level['held_milli'] ?? 0) : 0);
    return [poolOf(one), Math.floor(pieces / 1000) - (row?.named[state] ?? 0)];
  }));
}
