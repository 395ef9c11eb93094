import { shelfBuckets } from '@oneshelf/domain-inventory';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { isRestatement } from '../restatement';

/** A product of a count with what was found and what the ledger says was on the shelf at the instant of its scan. */
export interface CountLineRow {
  id: string;
  variantId: string;
  planned: boolean;
  round: 1 | 2;
  reason: string | null;
  /** Null where nobody has looked in this round. */
  counted: number | null;
  firstCount: number | null;
  expected: number | null;
  /** What has moved on the shelf since the scan. */
  moved: number | null;
  countedAt: Date | null;
  counters: string[];
  firstCounterIds: string[];
}

const shelf = [...shelfBuckets] as string[];

/**
 * The lines of a count, in one statement and so of one moment. Expected at the scan = on the shelf now less what moved
 * since, by the time at which it happened. Corrections of other counts are no such moves: they were true before they
 * were written, and counting them as moves would write the same difference twice.
 */
export async function readCountLines(database: Database | Tx, countId: string): Promise<CountLineRow[]> {
  const { rows } = await sql<CountLineRow>`
    SELECT line.id, line.variant_id AS "variantId", line.planned, line.round, line.reason, at.counted,
      CASE WHEN line.round = 2 THEN coalesce(first.quantity, 0) END AS "firstCount", at.instant AS "countedAt",
      CASE WHEN at.instant IS NOT NULL THEN coalesce(level.sellable_milli + level.held_milli + level.committed_milli + level.allotted_milli + level.safety_milli, 0) - coalesce(since.moved, 0) END AS expected,
      CASE WHEN at.instant IS NOT NULL THEN coalesce(since.moved, 0) END AS moved,
      coalesce(scans.counters, '{}') AS counters, coalesce(first.people, '{}') AS "firstCounterIds"
    FROM stock_count c
    JOIN stock_count_line line ON line.count_id = c.id
    LEFT JOIN LATERAL (
      SELECT sum(quantity_milli)::int8 AS quantity, max(scanned_at) AS last_at, array_agg(DISTINCT person_name) AS counters
      FROM stock_count_scan s WHERE s.count_id = c.id AND s.variant_id = line.variant_id AND s.round = line.round HAVING count(*) > 0
    ) scans ON true
    LEFT JOIN LATERAL (
      SELECT sum(quantity_milli)::int8 AS quantity, array_agg(DISTINCT person_id) AS people
      FROM stock_count_scan s WHERE s.count_id = c.id AND s.variant_id = line.variant_id AND s.round = 1 HAVING count(*) > 0
    ) first ON true
    CROSS JOIN LATERAL (
      SELECT CASE WHEN scans.last_at IS NOT NULL THEN greatest(scans.quantity, 0) WHEN line.none_found_at IS NOT NULL THEN 0 END AS counted,
        CASE WHEN scans.last_at IS NULL AND line.none_found_at IS NULL THEN NULL WHEN c.mode = 'freeze' THEN c.frozen_at ELSE coalesce(scans.last_at, line.none_found_at) END AS instant
    ) at
    LEFT JOIN stock_level level ON level.variant_id = line.variant_id AND level.location_id = c.location_id
    LEFT JOIN LATERAL (
      SELECT sum(CASE WHEN to_bucket = ANY(${shelf}::text[]) THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = ANY(${shelf}::text[]) THEN quantity_milli ELSE 0 END)::int8 AS moved
      FROM stock_movement m WHERE m.variant_id = line.variant_id AND m.location_id = c.location_id AND m.occurred_at > at.instant AND NOT ${isRestatement}
    ) since ON at.instant IS NOT NULL
    WHERE c.id = ${countId}::uuid ORDER BY line.id`.execute(database);
  return rows;
}
