import type { CountListAnswer } from '@oneshelf/contracts';
import { sql } from 'kysely';

type Head = CountListAnswer['items'][number];

export interface CountHeadRow {
  id: string; number: string; location_id: string; title: string; status: string; source: string; mode: string; frozen_at: Date | null; recount_units_milli: number; recount_value_minor: number;
  planned_by: string; created_at: Date; posted_by: string | null; posted_at: Date | null; counted_lines: number | null; right_lines: number | null; variance_milli: number | null; variance_value_minor: number | null;
  line_count: number; counted_count: number; recount_count: number;
}

/** Counts with how far each is in the round that it is in. */
export const headRows = (where: ReturnType<typeof sql>) => sql`
  SELECT c.*, sums.* FROM stock_count c, LATERAL (
    SELECT count(*)::int AS line_count, count(*) FILTER (WHERE line.round = 2)::int AS recount_count,
      count(*) FILTER (WHERE line.none_found_at IS NOT NULL OR EXISTS (SELECT FROM stock_count_scan s WHERE s.count_id = c.id AND s.variant_id = line.variant_id AND s.round = line.round))::int AS counted_count
    FROM stock_count_line line WHERE line.count_id = c.id) sums
  WHERE ${where}`;

export const countHead = (row: CountHeadRow): Head => ({
  id: row.id, number: row.number, locationId: row.location_id, title: row.title, status: row.status as Head['status'], source: row.source as Head['source'], mode: row.mode as Head['mode'], frozenAt: row.frozen_at?.toISOString() ?? null,
  plannedBy: row.planned_by, createdAt: row.created_at.toISOString(), postedBy: row.posted_by, postedAt: row.posted_at?.toISOString() ?? null,
  lineCount: row.line_count, countedCount: row.counted_count, recountCount: row.recount_count, rightLines: row.right_lines, countedLines: row.counted_lines,
  accuracyBasisPoints: row.counted_lines ? Math.floor(((row.right_lines ?? 0) * 10_000) / row.counted_lines) : null, varianceMilli: row.variance_milli, varianceValueMinor: row.variance_value_minor,
});
