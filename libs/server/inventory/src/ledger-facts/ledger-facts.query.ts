import { Inject, Injectable } from '@nestjs/common';
import { buckets } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';
import { bundlesAt, bundlesCorrected, withComponents } from './bundles-at';
import { changeOfBuckets } from '../fold-of-buckets';
import type { CorrectedStock, PlaceStock } from './place-stock';

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
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** What lies at each place; of a bundle, what its components there make (INV-148). Statements: 1. */
  async atPlaces(variantIds: readonly string[], locationIds: readonly string[]): Promise<PlaceStock[]> {
    const recipes = await this.recipes.of(variantIds);
    if (recipes.size === 0) return this.levelsAt(variantIds, locationIds);
    const rows = await this.levelsAt(withComponents(variantIds, recipes), locationIds);
    return [...rows.filter((row) => variantIds.includes(row.variantId) && !recipes.has(row.variantId)), ...bundlesAt(recipes, rows)];
  }

  /**
   * What lies at each place by its level, and what must be there physically: the last count rolled forward. A count is
   * itself a movement, so the fold of all movements into and out of the house's buckets is that. Movements are added to
   * the last checkpoint, and one statement sees one moment, so a sale that commits meanwhile makes no difference.
   * A place without a level has no row.
   */
  private async levelsAt(variantIds: readonly string[], locationIds: readonly string[]): Promise<PlaceStock[]> {
    if (variantIds.length === 0 || locationIds.length === 0) return [];
    const total = (of: string) => sql.join(buckets.map((bucket) => sql`coalesce(${sql.ref(`${of}.${bucket}_milli`)}, 0)`), sql` + `);
    const { rows } = await sql<PlaceStock>`
      SELECT level.variant_id AS "variantId", level.location_id AS "locationId", level.sellable_milli AS "sellableMilli", (${total('level')} + level.held_milli)::int8 AS "onHandMilli",
        (${total('known')} + coalesce(moved.milli, 0))::int8 AS "physicalMilli"
      FROM stock_level level
      LEFT JOIN LATERAL (
        SELECT * FROM stock_checkpoint c WHERE (c.variant_id, c.location_id) = (level.variant_id, level.location_id) ORDER BY taken_for DESC LIMIT 1
      ) known ON true
      LEFT JOIN LATERAL (
        SELECT sum(${changeOfBuckets(buckets)}) AS milli FROM stock_movement m
        WHERE (m.variant_id, m.location_id) = (level.variant_id, level.location_id) AND m.recorded_at >= coalesce(known.taken_for, '-infinity')
      ) moved ON true
      WHERE level.variant_id = ANY(${[...variantIds]}::uuid[]) AND level.location_id = ANY(${[...locationIds]}::uuid[])
      ORDER BY 1, 2`.execute(this.database);
    return rows;
  }

  /** Movements that no month was made for, and when the oldest was recorded. The worker moves them within a minute; what stays says that it cannot. */
  async outsideTheirMonth(): Promise<{ count: number; oldestAt: Date | null }> {
    const { rows } = await sql<{ count: number; oldest: Date | null }>`SELECT count(*)::int8 AS count, min(recorded_at) AS oldest FROM stock_movement_default`.execute(this.database);
    return { count: rows[0]?.count ?? 0, oldestAt: rows[0]?.oldest ?? null };
  }

  /**
   * What counts found (above zero) or missed, and what was corrected as lost or found, since the instant; net. Where nothing
   * was is no row. Of a bundle, what that did to the whole ones that its components make.
   */
  async corrected(variantIds: readonly string[], locationIds: readonly string[], since: Date): Promise<CorrectedStock[]> {
    const recipes = await this.recipes.of(variantIds);
    if (recipes.size === 0) return this.correctedLevels(variantIds, locationIds, since);
    const asked = withComponents(variantIds, recipes);
    const [rows, levels] = await Promise.all([this.correctedLevels(asked, locationIds, since), this.levelsAt(asked, locationIds)]);
    return [...rows.filter((row) => variantIds.includes(row.variantId) && !recipes.has(row.variantId)), ...bundlesCorrected(recipes, { rows, levels })];
  }

  private async correctedLevels(variantIds: readonly string[], locationIds: readonly string[], since: Date): Promise<CorrectedStock[]> {
    if (variantIds.length === 0 || locationIds.length === 0) return [];
    const { rows } = await sql<CorrectedStock>`
      WITH correction AS (
        SELECT variant_id, location_id, cause_kind, CASE WHEN from_bucket = 'shrink' THEN quantity_milli ELSE -quantity_milli END AS milli FROM stock_movement
        WHERE variant_id = ANY(${[...variantIds]}::uuid[]) AND location_id = ANY(${[...locationIds]}::uuid[]) AND recorded_at > ${since}::timestamptz AND (from_bucket = 'shrink' OR to_bucket = 'shrink')
      )
      SELECT variant_id AS "variantId", location_id AS "locationId", coalesce(sum(milli) FILTER (WHERE cause_kind = 'count'), 0)::int8 AS "countedMilli", coalesce(sum(milli) FILTER (WHERE cause_kind <> 'count'), 0)::int8 AS "shrunkMilli"
      FROM correction GROUP BY variant_id, location_id`.execute(this.database);
    return rows;
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
