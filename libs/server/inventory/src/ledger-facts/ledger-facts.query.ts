import { Inject, Injectable } from '@nestjs/common';
import { buckets } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** A store's day: which instants belong to a business date, by its wall clock. */
export interface DayOfLocation {
  locationId: string;
  timeZone: string;
  /** 'HH:MM' */
  startsAt: string;
}

/** Sums straight over the movements, not over the levels that are folded from them. For reports: it reads a lot. */
@Injectable()
export class LedgerFacts {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /**
   * What must be there physically: the last count rolled forward. A count is itself a movement, so the fold of all
   * movements into and out of the house's buckets is that. By variant, thousandths; no movement, no entry.
   */
  async onHand(variantIds: string[], locationIds: string[]): Promise<Map<string, number>> {
    if (variantIds.length === 0 || locationIds.length === 0) return new Map();
    const inside = [...buckets] as string[];
    const { rows } = await sql<{ variant_id: string; on_hand: number }>`
      SELECT variant_id, sum(CASE WHEN to_bucket = ANY(${inside}::text[]) THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = ANY(${inside}::text[]) THEN quantity_milli ELSE 0 END)::int8 AS on_hand
      FROM stock_movement WHERE variant_id = ANY(${variantIds}::uuid[]) AND location_id = ANY(${locationIds}::uuid[]) GROUP BY 1`.execute(this.database);
    return new Map(rows.map((row) => [row.variant_id, row.on_hand]));
  }

  /** Movements that no month was made for, and when the oldest was recorded. The worker moves them within a minute; what stays says that it cannot. */
  async outsideTheirMonth(): Promise<{ count: number; oldestAt: Date | null }> {
    const { rows } = await sql<{ count: number; oldest: Date | null }>`SELECT count(*)::int8 AS count, min(recorded_at) AS oldest FROM stock_movement_default`.execute(this.database);
    return { count: rows[0]?.count ?? 0, oldestAt: rows[0]?.oldest ?? null };
  }

  /** What counts found (above zero) or missed, and what was corrected as lost or found, since the instant; by variant, net. */
  async corrected(variantIds: string[], locationIds: string[], since: Date): Promise<Map<string, { countedMilli: number; shrunkMilli: number }>> {
    if (variantIds.length === 0 || locationIds.length === 0) return new Map();
    const { rows } = await sql<{ variant_id: string; counted: number; shrunk: number }>`
      WITH correction AS (
        SELECT variant_id, cause_kind, CASE WHEN from_bucket = 'shrink' THEN quantity_milli ELSE -quantity_milli END AS milli FROM stock_movement
        WHERE variant_id = ANY(${variantIds}::uuid[]) AND location_id = ANY(${locationIds}::uuid[]) AND recorded_at > ${since}::timestamptz AND (from_bucket = 'shrink' OR to_bucket = 'shrink')
      )
      SELECT variant_id, coalesce(sum(milli) FILTER (WHERE cause_kind = 'count'), 0)::int8 AS counted, coalesce(sum(milli) FILTER (WHERE cause_kind <> 'count'), 0)::int8 AS shrunk
      FROM correction GROUP BY variant_id`.execute(this.database);
    return new Map(rows.map((row) => [row.variant_id, { countedMilli: row.counted, shrunkMilli: row.shrunk }]));
  }

  /** Pieces that went to customers and came back on a business date, at these locations. */
  async handedOver(date: string, days: DayOfLocation[]): Promise<{ soldMilli: number; returnedMilli: number }> {
    const { rows } = await sql<{ sold: number | null; returned: number | null }>`
      SELECT sum(quantity_milli) FILTER (WHERE to_bucket = 'customer')::int8 AS sold, sum(quantity_milli) FILTER (WHERE from_bucket = 'customer')::int8 AS returned
      FROM stock_movement m JOIN unnest(${days.map((day) => day.locationId)}::uuid[], ${days.map((day) => day.timeZone)}::text[], ${days.map((day) => day.startsAt)}::text[]) AS d (location_id, zone, starts_at)
        ON d.location_id = m.location_id
      WHERE m.occurred_at BETWEEN ${date}::date - interval '1 day' AND ${date}::date + interval '3 days'
        AND ((m.occurred_at AT TIME ZONE d.zone) - d.starts_at::interval)::date = ${date}::date`.execute(this.database);
    return { soldMilli: rows[0]?.sold ?? 0, returnedMilli: rows[0]?.returned ?? 0 };
  }
}
