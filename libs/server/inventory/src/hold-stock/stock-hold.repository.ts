import { Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { freeOfLots, type HoldLine, levelKey } from '@oneshelf/domain-inventory';
import { type Database, PREPARED, publishWithin, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { barredLots } from '../lots/barred-lots';

interface Place {
  variantId: string;
  locationId: string;
}

/** What one hold keeps, to be written. */
export interface NewHold {
  holdId: string;
  heldFor: string;
  /** Who asked, as far as it limits how much one visitor holds. */
  client: string;
  expiresAt: Date;
  /** How often it was made longer. */
  extended: number;
  kept: HoldLine[];
}

export interface StoredHold {
  holdId: string;
  heldFor: string;
  extended: number;
  expiresAt: Date;
  lines: HoldLine[];
}

/** Holds, and what they take out of the levels. Who holds, frees or sweeps has the levels' rows first, in (variant, location) order. */
@Injectable()
export class StockHoldRepository {
  /** Locks the levels and answers what is free on each; a level that was never written is free of everything. Lots that may not go to these channels are not free. Statements: 1; 2 where there are lots. */
  async lockFree(tx: Tx, places: readonly Place[], channelCodes: readonly string[] = []): Promise<Map<string, number>> {
    const { rows } = await sql<Place & { free: number; hasLots: boolean; day: string }>`${PREPARED}
      SELECT level.variant_id AS "variantId", level.location_id AS "locationId", level.sellable_milli AS free, level.has_lots AS "hasLots", to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
      FROM stock_level level JOIN unnest(${places.map(({ variantId }) => variantId)}::uuid[], ${places.map(({ locationId }) => locationId)}::uuid[]) AS wanted (variant_id, location_id) USING (variant_id, location_id)
      ORDER BY level.variant_id, level.location_id FOR UPDATE OF level`.execute(tx);
    const barred = await barredLots(tx, rows.filter((row) => row.hasLots), channelCodes);
    return new Map(rows.map((row) => [levelKey(row), freeOfLots(row.free, barred.get(levelKey(row)) ?? 0)]));
  }

  /** Ends what has expired on levels that the caller has locked. Answers what is free again, by level. Statements: 1. */
  async endExpired(tx: Tx, places: readonly Place[]): Promise<Map<string, number>> {
    return this.end(tx, sql`FROM unnest(${places.map(({ variantId }) => variantId)}::uuid[], ${places.map(({ locationId }) => locationId)}::uuid[]) AS place (variant_id, location_id)
      JOIN stock_hold h USING (variant_id, location_id) WHERE h.expires_at <= clock_timestamp()`);
  }

  /** One hold of one line, where nobody else waits, nothing is told apart by lot and there is enough: locked, taken, written and said in one statement. A row where it was done. */
  takeOne(tx: Tx, { holdId, heldFor, client, expiresAt, line }: Omit<NewHold, 'kept' | 'extended'> & { line: HoldLine }): RawBuilder<{ taken: number }> {
    const event = { type: StockChanged, key: line.variantId, payload: { variantIds: [line.variantId], causeKind: 'hold', causeId: holdId } };
    return sql<{ taken: number }>`${PREPARED}
      WITH taken AS (
        UPDATE stock_level SET sellable_milli = sellable_milli - ${line.quantityMilli}::int8, held_milli = held_milli + ${line.quantityMilli}::int8, version = version + 1
        WHERE variant_id = ${line.variantId}::uuid AND location_id = ${line.locationId}::uuid AND sellable_milli >= ${line.quantityMilli}::int8 AND NOT has_lots
          AND NOT EXISTS (SELECT FROM stock_hold WHERE id = ${holdId}::uuid)
        RETURNING 1 AS taken
      ),
      kept AS (
        INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, client, expires_at)
        SELECT ${holdId}::uuid, ${line.lineId}::text, ${line.variantId}::uuid, ${line.locationId}::uuid, ${line.quantityMilli}::int8, ${heldFor}::text, ${client}::text, ${expiresAt}::timestamptz FROM taken
      ),
      told AS (${publishWithin(tx, event, sql`EXISTS (SELECT FROM taken)`)})
      SELECT taken FROM taken`;
  }

  /**
   * Writes many holds and takes them out of the levels, which the caller has locked. Says StockChanged once. Answers the
   * ids that were written: one that was there before is not, and takes nothing. Statements: 1.
   */
  async write(tx: Tx, holds: readonly NewHold[]): Promise<Set<string>> {
    const rows = holds.flatMap(({ kept, ...hold }) => kept.map((line) => ({ ...hold, ...line })));
    const [first] = rows;
    if (!first) return new Set();
    const event = { type: StockChanged, key: first.variantId, payload: { variantIds: [...new Set(rows.map(({ variantId }) => variantId))], causeKind: 'hold', causeId: first.holdId } };
    const written = await sql<{ ids: string[] }>`${PREPARED}
      WITH kept AS (
        INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, client, expires_at, extended, bundle_id, per_bundle_milli, bundle_parts)
        SELECT * FROM unnest(
          ${rows.map(({ holdId }) => holdId)}::uuid[], ${rows.map(({ lineId }) => lineId)}::text[], ${rows.map(({ variantId }) => variantId)}::uuid[], ${rows.map(({ locationId }) => locationId)}::uuid[],
          ${rows.map(({ quantityMilli }) => quantityMilli)}::int8[], ${rows.map(({ heldFor }) => heldFor)}::text[], ${rows.map(({ client }) => client)}::text[], ${rows.map(({ expiresAt }) => expiresAt)}::timestamptz[],
          ${rows.map(({ extended }) => extended)}::int4[], ${rows.map(({ bundle }) => bundle?.variantId ?? null)}::uuid[],
          ${rows.map(({ bundle }) => bundle?.perBundleMilli ?? 1000)}::int8[], ${rows.map(({ bundle }) => bundle?.parts ?? 1)}::int4[]) AS new (id, line_id, variant_id, location_id, quantity_milli, held_for, client, expires_at, extended, bundle_id, per_bundle_milli, bundle_parts)
        WHERE NOT EXISTS (SELECT FROM stock_hold old WHERE old.id = new.id)
        ON CONFLICT (id, line_id, location_id, variant_id) DO NOTHING
        RETURNING id, variant_id, location_id, quantity_milli
      ),
      taken AS (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM kept GROUP BY variant_id, location_id),
      changed AS (
        UPDATE stock_level level SET sellable_milli = level.sellable_milli - taken.quantity, held_milli = level.held_milli + taken.quantity, version = level.version + 1
        FROM taken WHERE level.variant_id = taken.variant_id AND level.location_id = taken.location_id
      ),
      told AS (${publishWithin(tx, event, sql`EXISTS (SELECT FROM kept)`)})
      SELECT coalesce(array_agg(DISTINCT id::text), '{}') AS ids FROM kept`.execute(tx);
    return new Set(written.rows[0]?.ids);
  }

  /**
   * Ends holds: their units are free, or go to what follows in this transaction. Locks the levels of the holds and of the
   * places that the caller will need next, all in order. Answers what was held and is free now. Statements: 1.
   */
  async free(tx: Tx, holdIds: readonly string[], next: readonly Place[] = []): Promise<StoredHold[]> {
    const { rows } = await sql<HoldRow>`${PREPARED}
      WITH place AS (
        SELECT variant_id, location_id FROM stock_hold WHERE id = ANY(${holdIds}::uuid[])
        UNION SELECT * FROM unnest(${next.map(({ variantId }) => variantId)}::uuid[], ${next.map(({ locationId }) => locationId)}::uuid[])
      ),
      locked AS MATERIALIZED (
        SELECT 1 FROM stock_level level JOIN place USING (variant_id, location_id) ORDER BY level.variant_id, level.location_id FOR UPDATE OF level
      ),
      gone AS (
        -- Only once the levels are locked; who ended it meanwhile has freed its units already.
        DELETE FROM stock_hold ended USING (SELECT count(*) FROM locked) ready WHERE ended.id = ANY(${holdIds}::uuid[]) RETURNING ended.*
      ),
      ${FREED}
      SELECT * FROM gone ORDER BY line_id, location_id, variant_id`.execute(tx);
    return holdsOf(rows);
  }

  /** Those of the holds that are there, by id. */
  async read(tx: Database, holdIds: readonly string[]): Promise<Map<string, StoredHold>> {
    const rows = await tx.selectFrom('stock_hold').selectAll().where('id', 'in', holdIds).orderBy('line_id').orderBy('location_id').orderBy('variant_id').execute();
    return new Map(holdsOf(rows).map((hold) => [hold.holdId, hold]));
  }

  /** How many holds a visitor has, and how much in all. */
  async ofClient(tx: Database, client: string): Promise<{ holds: number; quantityMilli: number }> {
    const { rows } = await sql<{ holds: number; quantityMilli: number }>`
      SELECT count(DISTINCT id)::int AS holds, coalesce(sum(quantity_milli), 0)::int8 AS "quantityMilli" FROM stock_hold WHERE client = ${client} AND expires_at > clock_timestamp()`.execute(tx);
    return rows[0] ?? { holds: 0, quantityMilli: 0 };
  }

  /** Where something has expired: the places to lock before it is ended. */
  async expired(tx: Tx, limit: number): Promise<Place[]> {
    return tx.selectFrom('stock_hold').select(['variant_id as variantId', 'location_id as locationId']).distinct().where('expires_at', '<=', sql<Date>`clock_timestamp()`).limit(limit).execute();
  }

  /** Never later than `mostMinutes` after the hold began, nor more often than `mostTimes`. Null where it has ended or was made longer often enough. */
  async extend(tx: Tx, holdId: string, { until, mostMinutes, mostTimes }: { until: Date; mostMinutes: number; mostTimes: number }): Promise<{ expiresAt: Date; extended: number } | null> {
    const { rows } = await sql<{ expiresAt: Date; extended: number }>`
      UPDATE stock_hold SET expires_at = greatest(expires_at, least(${until}::timestamptz, held_at + make_interval(mins => ${mostMinutes}::int))), extended = extended + 1
      WHERE id = ${holdId}::uuid AND expires_at > clock_timestamp() AND extended < ${mostTimes}::int RETURNING expires_at AS "expiresAt", extended`.execute(tx);
    return rows[0] ?? null;
  }

  private async end(tx: Tx, which: ReturnType<typeof sql>): Promise<Map<string, number>> {
    const { rows } = await sql<Place & { quantity: number }>`
      WITH gone AS (
        DELETE FROM stock_hold ended USING (SELECT h.id, h.line_id, h.location_id, h.variant_id ${which}) which
        WHERE ended.id = which.id AND ended.line_id = which.line_id AND ended.location_id = which.location_id AND ended.variant_id = which.variant_id
        RETURNING ended.variant_id, ended.location_id, ended.quantity_milli
      ),
      ${FREED}
      SELECT variant_id AS "variantId", location_id AS "locationId", quantity FROM freed`.execute(tx);
    return new Map(rows.map((row) => [levelKey(row), row.quantity]));
  }
}

/** What is `gone` is sellable again; the levels are locked. */
const FREED = sql`freed AS (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM gone GROUP BY variant_id, location_id),
      changed AS (
        UPDATE stock_level level SET sellable_milli = level.sellable_milli + freed.quantity, held_milli = level.held_milli - freed.quantity,
          override_milli = greatest(0, -(level.sellable_milli + freed.quantity)), version = level.version + 1
        FROM freed WHERE level.variant_id = freed.variant_id AND level.location_id = freed.location_id
      )`;

interface HoldRow {
  id: string;
  line_id: string;
  variant_id: string;
  location_id: string;
  quantity_milli: number;
  held_for: string;
  expires_at: Date;
  extended: number;
  bundle_id: string | null;
  per_bundle_milli: number;
  bundle_parts: number;
}

function holdsOf(rows: readonly HoldRow[]): StoredHold[] {
  const holds = new Map<string, StoredHold>();
  for (const row of rows) {
    const hold = holds.get(row.id) ?? { holdId: row.id, heldFor: row.held_for, expiresAt: row.expires_at, extended: row.extended, lines: [] };
    hold.lines.push({
      lineId: row.line_id, variantId: row.variant_id, locationId: row.location_id, quantityMilli: row.quantity_milli,
      ...(row.bundle_id === null ? {} : { bundle: { variantId: row.bundle_id, perBundleMilli: row.per_bundle_milli, parts: row.bundle_parts } }),
    });
    holds.set(row.id, hold);
  }
  return [...holds.values()];
}
