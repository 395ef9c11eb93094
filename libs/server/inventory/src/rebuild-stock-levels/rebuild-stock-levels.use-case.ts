import { Injectable } from '@nestjs/common';
import { type Actor, recordAudit, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';

export interface RebuildInput {
  /** Only look and report. */
  dryRun: boolean;
  actor: Actor;
}

export interface LevelDifference {
  variantId: string;
  locationId: string;
  bucket: StockBucket | 'reserved' | 'held';
  shownMilli: number;
  /** What the movements add up to; for 'reserved': what the level holds as committed; for 'held': what the holds add up to. */
  explainedMilli: number;
}

/**
 * Folds every movement again, compares with the levels, and repairs the levels: the movements are the truth. Beside the
 * levels it compares reservations with what is committed; those it only reports, because an order decides them.
 */
@Injectable()
export class RebuildStockLevelsUseCase {
  /** Writers wait until the transaction ends; run it when the shops are quiet. Statements: 4 when all is well. */
  async run(tx: Tx, { dryRun, actor }: RebuildInput): Promise<{ levels: number; differences: LevelDifference[]; repaired: number }> {
    // Nothing may move between the fold and the repair. Readers are not held up.
    if (!dryRun) await sql`LOCK TABLE stock_level IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    const { rows: levels } = await differingLevels.execute(tx);
    const { rows: reserved } = await differingReservations.execute(tx);
    const { count } = await tx.selectFrom('stock_level').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    const looked = { levels: Number(count), differences: [...levels, ...reserved] };
    if (dryRun || levels.length === 0) return { ...looked, repaired: 0 };
    const { numAffectedRows } = await repair.execute(tx);
    await recordAudit(tx, { actor, action: 'rebuild', subject: 'stock_level', subjectId: 'all', after: { differences: levels.slice(0, 100), count: levels.length } });
    return { ...looked, repaired: Number(numAffectedRows ?? 0n) };
  }
}

/** What a level has: the buckets of the ledger, and what checkouts hold of what is sellable. */
const columns = [...buckets, 'held'] as const;
const column = (name: (typeof columns)[number]) => sql.ref(`${name}_milli`);
const each = (build: (name: (typeof columns)[number]) => RawBuilder<unknown>, separator = sql`, `) => sql.join(columns.map(build), separator);

const sumOf = (bucket: StockBucket) => sql`sum(CASE WHEN to_bucket = ${sql.lit(bucket)} THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = ${sql.lit(bucket)} THEN quantity_milli ELSE 0 END)::int8`;

/** What movements make sellable is held or free. */
const folded = sql`
  SELECT variant_id, location_id, coalesce(held.quantity, 0) AS held_milli, moved.sellable - coalesce(held.quantity, 0) AS sellable_milli,
    ${sql.join(buckets.slice(1).map((bucket) => sql`moved.${sql.ref(bucket)} AS ${column(bucket)}`))}
  FROM (SELECT variant_id, location_id, ${sql.join(buckets.map((bucket) => sql`${sumOf(bucket)} AS ${sql.ref(bucket)}`))} FROM stock_movement GROUP BY variant_id, location_id) moved
  LEFT JOIN (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM stock_hold GROUP BY variant_id, location_id) held USING (variant_id, location_id)`;

const differingLevels = sql<LevelDifference>`
  WITH folded AS (${folded})
  SELECT variant_id AS "variantId", location_id AS "locationId", pair.bucket, pair.shown AS "shownMilli", pair.explained AS "explainedMilli"
  FROM folded FULL JOIN stock_level level USING (variant_id, location_id),
    LATERAL (VALUES ${each((name) => sql`(${sql.lit(name)}, coalesce(level.${column(name)}, 0), coalesce(folded.${column(name)}, 0))`)}) AS pair (bucket, shown, explained)
  WHERE pair.shown <> pair.explained ORDER BY 1, 2, 3`;

const differingReservations = sql<LevelDifference>`
  WITH reserved AS (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM reservation GROUP BY variant_id, location_id)
  SELECT variant_id AS "variantId", location_id AS "locationId", 'reserved' AS bucket, coalesce(reserved.quantity, 0) AS "shownMilli", coalesce(level.committed_milli, 0) AS "explainedMilli"
  FROM reserved FULL JOIN stock_level level USING (variant_id, location_id)
  WHERE coalesce(reserved.quantity, 0) <> coalesce(level.committed_milli, 0) ORDER BY 1, 2`;

const repair = sql`
  WITH folded AS (${folded}),
  wanted AS (
    SELECT coalesce(folded.variant_id, level.variant_id) AS variant_id, coalesce(folded.location_id, level.location_id) AS location_id,
      ${each((name) => sql`coalesce(folded.${column(name)}, 0) AS ${column(name)}`)}
    FROM folded FULL JOIN stock_level level ON level.variant_id = folded.variant_id AND level.location_id = folded.location_id
    WHERE ${each((name) => sql`coalesce(folded.${column(name)}, 0) <> coalesce(level.${column(name)}, 0)`, sql` OR `)}
  )
  INSERT INTO stock_level AS level (variant_id, location_id, ${each(column)}, override_milli, version)
  SELECT variant_id, location_id, ${each(column)}, greatest(0, -sellable_milli), 1 FROM wanted
  ON CONFLICT (variant_id, location_id) DO UPDATE SET
    ${each((name) => sql`${column(name)} = excluded.${column(name)}`)}, override_milli = excluded.override_milli, version = level.version + 1`;
