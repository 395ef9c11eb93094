import { Inject, Injectable } from '@nestjs/common';
import type { StockBreach } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';
import type { Place } from './watched-levels.query';

export type BreachAt = Place & StockBreach;

/** What was looked at, and all that was found there. */
export interface Look {
  places: readonly Place[];
  found: readonly BreachAt[];
  /** Who looked: it stands as the one who saw a breach end. */
  by: string;
}

/** Breaches that are open, and those that have ended. */
@Injectable()
export class StockBreachRepository {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Opens what is new, keeps what is still there, and ends what is gone of the places that were looked at. Statements: 1. */
  async keep(tx: Tx, { places, found, by }: Look): Promise<{ opened: number; endedVariantIds: string[] }> {
    const { rows } = await sql<{ opened: number; ended: string[] | null }>`
      WITH seen AS (SELECT * FROM unnest(
        ${found.map(newId)}::uuid[], ${found.map((one) => one.variantId)}::uuid[], ${found.map((one) => one.locationId)}::uuid[], ${found.map((one) => one.rule)}::text[],
        ${found.map((one) => one.bucket)}::text[], ${found.map((one) => one.shownMilli)}::int8[], ${found.map((one) => one.explainedMilli)}::int8[]
      ) AS s (id, variant_id, location_id, rule, bucket, shown, explained)),
      looked AS (SELECT * FROM unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.locationId)}::uuid[]) AS p (variant_id, location_id)),
      ended AS (
        UPDATE stock_breach breach SET ended_at = clock_timestamp(), ended_by = ${by} FROM looked
        WHERE breach.ended_at IS NULL AND (breach.variant_id, breach.location_id) = (looked.variant_id, looked.location_id)
          AND NOT EXISTS (SELECT FROM seen WHERE (seen.variant_id, seen.location_id, seen.rule, seen.bucket) = (breach.variant_id, breach.location_id, breach.rule, breach.bucket))
        RETURNING breach.variant_id
      ),
      kept AS (
        INSERT INTO stock_breach AS breach (id, variant_id, location_id, rule, bucket, shown_milli, explained_milli)
        SELECT id, variant_id, location_id, rule, bucket, shown, explained FROM seen
        ON CONFLICT (variant_id, location_id, rule, bucket) WHERE ended_at IS NULL
          DO UPDATE SET shown_milli = excluded.shown_milli, explained_milli = excluded.explained_milli, seen_at = clock_timestamp()
        RETURNING (xmax = 0) AS is_new
      )
      SELECT (SELECT count(*) FROM kept WHERE is_new) AS opened, (SELECT array_agg(DISTINCT variant_id) FROM ended) AS ended`.execute(tx);
    return { opened: rows[0]?.opened ?? 0, endedVariantIds: rows[0]?.ended ?? [] };
  }

  /**
   * Of these variants, those with a number that is not explained, and bundles with such a component: nobody outside is told a
   * number of them. Which piece is gone is another question: where serials are too many, the number is right.
   */
  async brokenAmong(variantIds: readonly string[]): Promise<Set<string>> {
    if (variantIds.length === 0) return new Set();
    const recipes = await this.recipes.of(variantIds);
    const looked = [...variantIds, ...[...recipes.values()].flat().map((component) => component.variantId)];
    const rows = await this.database.selectFrom('stock_breach').select('variant_id').distinct().where('variant_id', 'in', looked).where('ended_at', 'is', null).where('rule', '<>', 'serials_within_level').execute();
    const broken = new Set(rows.map((row) => row.variant_id));
    return new Set(variantIds.filter((id) => broken.has(id) || recipes.get(id)?.some((component) => broken.has(component.variantId))));
  }

  /** Open breaches, the oldest first, and how many there are in all. */
  async open(limit: number) {
    const all = this.database.selectFrom('stock_breach').where('ended_at', 'is', null);
    const [first, { count }] = await Promise.all([
      all.selectAll().orderBy('found_at').orderBy('id').limit(limit).execute(),
      all.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    ]);
    return { count: Number(count), first };
  }

  /** Those that ended last. */
  async ended(limit: number) {
    return this.database.selectFrom('stock_breach').selectAll().where('ended_at', 'is not', null).orderBy('ended_at', 'desc').orderBy('id').limit(limit).execute();
  }
}
