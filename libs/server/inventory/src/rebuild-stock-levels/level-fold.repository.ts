import { Injectable } from '@nestjs/common';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { foldOfBuckets } from '../fold-of-buckets';
import { differingLots, repairLots } from '../lots/lot-fold';

export interface LevelPlace {
  variantId: string;
  locationId: string;
}

export interface LevelDifference extends LevelPlace {
  bucket: StockBucket | 'reserved' | 'held' | 'lot';
  shownMilli: number;
  /** What the movements add up to; for 'reserved': what the level holds as committed; for 'held': what the holds add up to. */
  explainedMilli: number;
  /** Of a lot: which. */
  lotId?: string;
}

/** Levels beside the fold of their movements. */
@Injectable()
export class LevelFoldRepository {
  /**
   * Every level that its movements do not make. One statement sees one instant, at which each movement that is there is
   * in its level: so writers go on, and what differs is wrong. Statements: 2, levels and lots.
   */
  async differing(tx: Tx): Promise<LevelDifference[]> {
    return [...(await differences(sql`true`).execute(tx)).rows, ...(await differingLots(tx))];
  }

  /** Reservations that are not what the levels hold as committed. */
  async differingReservations(tx: Tx): Promise<LevelDifference[]> {
    const { rows } = await sql<LevelDifference>`
      WITH reserved AS (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM reservation GROUP BY variant_id, location_id)
      SELECT variant_id AS "variantId", location_id AS "locationId", 'reserved' AS bucket, coalesce(reserved.quantity, 0) AS "shownMilli", coalesce(level.committed_milli, 0) AS "explainedMilli"
      FROM reserved FULL JOIN stock_level level USING (variant_id, location_id)
      WHERE coalesce(reserved.quantity, 0) <> coalesce(level.committed_milli, 0) ORDER BY 1, 2`.execute(tx);
    return rows;
  }

  async count(tx: Tx): Promise<number> {
    const { count } = await tx.selectFrom('stock_level').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(count);
  }

  /**
   * Locks these levels in their order, one that is lost is made first, and sets those to the fold of their movements that
   * still differ. Whoever writes to one of them waits for this transaction; all others go on. Answers the levels that
   * were changed, of the level or of its lots. Statements: 5.
   */
  async repair(tx: Tx, places: readonly LevelPlace[]): Promise<number> {
    const these = sql`unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.locationId)}::uuid[]) AS place (variant_id, location_id)`;
    await sql`INSERT INTO stock_level (variant_id, location_id) SELECT variant_id, location_id FROM ${these} ORDER BY variant_id, location_id ON CONFLICT DO NOTHING`.execute(tx);
    await sql`SELECT FROM stock_level level JOIN ${these} USING (variant_id, location_id) ORDER BY level.variant_id, level.location_id FOR UPDATE OF level`.execute(tx);
    const { numAffectedRows } = await sql`
      WITH folded AS (${folded(sql`(m.variant_id, m.location_id) IN (SELECT variant_id, location_id FROM ${these})`)})
      UPDATE stock_level level SET ${each((name) => sql`${column(name)} = coalesce(folded.${column(name)}, 0)`)},
        override_milli = greatest(0, -coalesce(folded.sellable_milli, 0)), version = level.version + 1
      FROM ${these} LEFT JOIN folded USING (variant_id, location_id)
      WHERE level.variant_id = place.variant_id AND level.location_id = place.location_id AND (${each((name) => sql`level.${column(name)} <> coalesce(folded.${column(name)}, 0)`, sql` OR `)})`.execute(tx);
    return Number(numAffectedRows ?? 0n) + (await repairLots(tx, places));
  }
}

/** What a level has: the buckets of the ledger, and what checkouts hold of what is sellable. */
const columns = [...buckets, 'held'] as const;
const column = (name: (typeof columns)[number]) => sql.ref(`${name}_milli`);
const each = (build: (name: (typeof columns)[number]) => RawBuilder<unknown>, separator = sql`, `) => sql.join(columns.map(build), separator);

/** What movements make sellable is held or free. */
const folded = (which: RawBuilder<unknown>) => sql`
  SELECT variant_id, location_id, coalesce(held.quantity, 0) AS held_milli, moved.sellable_milli - coalesce(held.quantity, 0) AS sellable_milli, ${sql.join(buckets.slice(1).map((bucket) => sql`moved.${column(bucket)}`))}
  FROM (SELECT m.variant_id, m.location_id, ${foldOfBuckets()} FROM stock_movement m WHERE ${which} GROUP BY m.variant_id, m.location_id) moved
  LEFT JOIN (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM stock_hold GROUP BY variant_id, location_id) held USING (variant_id, location_id)`;

const differences = (which: RawBuilder<unknown>) => sql<LevelDifference>`
  WITH folded AS (${folded(which)})
  SELECT variant_id AS "variantId", location_id AS "locationId", pair.bucket, pair.shown AS "shownMilli", pair.explained AS "explainedMilli"
  FROM folded FULL JOIN stock_level level USING (variant_id, location_id),
    LATERAL (VALUES ${each((name) => sql`(${sql.lit(name)}, coalesce(level.${column(name)}, 0), coalesce(folded.${column(name)}, 0))`)}) AS pair (bucket, shown, explained)
  WHERE pair.shown <> pair.explained ORDER BY 1, 2, 3`;
