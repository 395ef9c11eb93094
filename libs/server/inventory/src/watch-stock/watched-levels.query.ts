import { Injectable } from '@nestjs/common';
import { buckets, type LotOff, type StockBucket, type StockLevel, type WatchedLevel } from '@oneshelf/domain-inventory';
import { type Database, PREPARED, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { foldOfBucket } from '../fold-of-buckets';
import { lotsOff } from '../lots/lots-off';

export interface Place {
  variantId: string;
  locationId: string;
}

export type WatchedAt = Place & WatchedLevel;

type Row = Place & { level: Record<string, number> | null; folded: Record<string, number> | null; holds: number; reserved: number; granted: number; serials: Record<string, number> | null; lots: LotOff[] | null };

/**
 * Levels beside all that must explain them. One statement sees one moment, so a sale that commits meanwhile is in all of
 * it or in none: nothing is found that was never there. Movements are added to the last checkpoint of the ledger, so a
 * product with a long history costs no more than one with a short one; `npm run rebuild-stock -- --check` folds all of it.
 */
@Injectable()
export class WatchedLevelsQuery {
  /** Each asked place has an answer, also where no level or no movement is. Statements: 1. */
  async at(on: Database | Tx, places: readonly Place[]): Promise<WatchedAt[]> {
    if (places.length === 0) return [];
    const { rows } = await sql<Row>`${PREPARED}
      SELECT place.variant_id AS "variantId", place.location_id AS "locationId", to_json(level) AS level, to_json(folded) AS folded,
        coalesce((SELECT sum(quantity_milli) FROM stock_hold h WHERE (h.variant_id, h.location_id) = (place.variant_id, place.location_id)), 0)::int8 AS holds,
        coalesce((SELECT sum(quantity_milli) FROM reservation r WHERE (r.variant_id, r.location_id) = (place.variant_id, place.location_id)), 0)::int8 AS reserved,
        (SELECT json_object_agg(state, pieces) FROM (SELECT state, count(*) AS pieces FROM stock_serial s WHERE (s.location_id, s.variant_id) = (place.location_id, place.variant_id) GROUP BY state) counted) AS serials,
        ${lotsOff} AS lots,
        coalesce((SELECT sum(outstanding_milli) FROM register_grant g WHERE (g.variant_id, g.location_id) = (place.variant_id, place.location_id)), 0)::int8 AS granted
      FROM unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.locationId)}::uuid[]) AS place (variant_id, location_id)
      LEFT JOIN (SELECT variant_id, location_id, held_milli AS held, override_milli AS override, ${each((bucket) => sql`${sql.ref(`${bucket}_milli`)} AS ${sql.ref(bucket)}`)} FROM stock_level) level USING (variant_id, location_id)
      LEFT JOIN LATERAL (
        SELECT * FROM stock_checkpoint c WHERE (c.variant_id, c.location_id) = (place.variant_id, place.location_id) ORDER BY taken_for DESC LIMIT 1
      ) known ON true
      LEFT JOIN LATERAL (
        SELECT ${each((bucket) => sql`coalesce(known.${sql.ref(`${bucket}_milli`)}, 0) + ${foldOfBucket(bucket)} AS ${sql.ref(bucket)}`)}
        FROM stock_movement m WHERE (m.variant_id, m.location_id) = (place.variant_id, place.location_id) AND m.recorded_at >= coalesce(known.taken_for, '-infinity')
      ) folded ON true`.execute(on);
    return rows.map(toWatched);
  }
}

const each = (build: (bucket: StockBucket) => RawBuilder<unknown>) => sql.join(buckets.map(build));

function toWatched({ variantId, locationId, level, folded, holds, reserved, granted, serials, lots }: Row): WatchedAt {
  const numbers = (from: Record<string, number> | null) => Object.fromEntries(buckets.map((bucket) => [bucket, from?.[bucket] ?? 0])) as Record<StockBucket, number>;
  const shown: StockLevel = { ...numbers(level), override: level?.['override'] ?? 0 };
  const kept = { heldMilli: level?.['held'] ?? 0, holdsMilli: holds, reservedMilli: reserved, grantedMilli: granted };
  return { variantId, locationId, level: shown, folded: numbers(folded), ...kept, ...(serials === null ? {} : { serials }), ...(lots === null ? {} : { lots }) };
}
