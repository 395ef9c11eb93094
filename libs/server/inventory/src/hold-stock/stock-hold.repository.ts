import { Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { type HoldLine, levelKey } from '@oneshelf/domain-inventory';
import { PREPARED, publishWithin, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';

interface Place {
  variantId: string;
  locationId: string;
}

/** What one hold keeps, to be written. */
export interface NewHold {
  holdId: string;
  heldFor: string;
  expiresAt: Date;
  kept: HoldLine[];
}

export interface StoredHold {
  holdId: string;
  expiresAt: Date;
  lines: HoldLine[];
}

/** Holds, and what they take out of the levels. Who holds, frees or sweeps has the levels' rows first, in (variant, location) order. */
@Injectable()
export class StockHoldRepository {
  /** Locks the levels and answers what is free on each; a level that was never written is free of everything. Statements: 1. */
  async lockFree(tx: Tx, places: readonly Place[]): Promise<Map<string, number>> {
    const { rows } = await sql<Place & { free: number }>`${PREPARED}
      SELECT level.variant_id AS "variantId", level.location_id AS "locationId", level.sellable_milli AS free
      FROM stock_level level JOIN unnest(${places.map(({ variantId }) => variantId)}::uuid[], ${places.map(({ locationId }) => locationId)}::uuid[]) AS wanted (variant_id, location_id) USING (variant_id, location_id)
      ORDER BY level.variant_id, level.location_id FOR UPDATE OF level`.execute(tx);
    return new Map(rows.map((row) => [levelKey(row), row.free]));
  }

  /** Ends what has expired on levels that the caller has locked. Answers what is free again, by level. Statements: 1. */
  async endExpired(tx: Tx, places: readonly Place[]): Promise<Map<string, number>> {
    return this.end(tx, sql`FROM unnest(${places.map(({ variantId }) => variantId)}::uuid[], ${places.map(({ locationId }) => locationId)}::uuid[]) AS place (variant_id, location_id)
      JOIN stock_hold h USING (variant_id, location_id) WHERE h.expires_at <= clock_timestamp()`);
  }

  /** One hold of one line, where nobody else waits and there is enough: locked, taken, written and said in one statement. A row where it was done. */
  takeOne(tx: Tx, { holdId, heldFor, expiresAt, line }: Omit<NewHold, 'kept'> & { line: HoldLine }): RawBuilder<{ taken: number }> {
    const event = { type: StockChanged, key: line.variantId, payload: { variantIds: [line.variantId], causeKind: 'hold', causeId: holdId } };
    return sql<{ taken: number }>`${PREPARED}
      WITH taken AS (
        UPDATE stock_level SET sellable_milli = sellable_milli - ${line.quantityMilli}::int8, held_milli = held_milli + ${line.quantityMilli}::int8, version = version + 1
        WHERE variant_id = ${line.variantId}::uuid AND location_id = ${line.locationId}::uuid AND sellable_milli >= ${line.quantityMilli}::int8
          AND NOT EXISTS (SELECT FROM stock_hold WHERE id = ${holdId}::uuid)
        RETURNING 1 AS taken
      ),
      kept AS (
        INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, expires_at)
        SELECT ${holdId}::uuid, ${line.lineId}::text, ${line.variantId}::uuid, ${line.locationId}::uuid, ${line.quantityMilli}::int8, ${heldFor}::text, ${expiresAt}::timestamptz FROM taken
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
        INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, expires_at)
        SELECT * FROM unnest(
          ${rows.map(({ holdId }) => holdId)}::uuid[], ${rows.map(({ lineId }) => lineId)}::text[], ${rows.map(({ variantId }) => variantId)}::uuid[], ${rows.map(({ locationId }) => locationId)}::uuid[],
          ${rows.map(({ quantityMilli }) => quantityMilli)}::int8[], ${rows.map(({ heldFor }) => heldFor)}::text[], ${rows.map(({ expiresAt }) => expiresAt)}::timestamptz[]) AS new (id, line_id, variant_id, location_id, quantity_milli, held_for, expires_at)
        WHERE NOT EXISTS (SELECT FROM stock_hold old WHERE old.id = new.id)
        ON CONFLICT (id, line_id, location_id) DO NOTHING
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
   * Ends a hold: its units are free, or go to the order that follows in this transaction. Locks the hold's levels and
   * those of the places that the caller will need next, all in order. Answers the variants that were held. Statements: 3.
   */
  async free(tx: Tx, holdId: string, next: readonly Place[] = []): Promise<string[]> {
    const held = await tx.selectFrom('stock_hold').select(['variant_id as variantId', 'location_id as locationId']).where('id', '=', holdId).execute();
    if (held.length === 0) return [];
    await this.lockFree(tx, [...new Map([...held, ...next].map((place) => [levelKey(place), place])).values()]);
    await this.end(tx, sql`FROM stock_hold h WHERE h.id = ${holdId}::uuid`);
    return [...new Set(held.map(({ variantId }) => variantId))];
  }

  /** Those of the holds that are there, by id. */
  async read(tx: Tx, holdIds: readonly string[]): Promise<Map<string, StoredHold>> {
    const rows = await tx.selectFrom('stock_hold').selectAll().where('id', 'in', holdIds).orderBy('line_id').orderBy('location_id').execute();
    const holds = new Map<string, StoredHold>();
    for (const row of rows) {
      const hold = holds.get(row.id) ?? { holdId: row.id, expiresAt: row.expires_at, lines: [] };
      hold.lines.push({ lineId: row.line_id, variantId: row.variant_id, locationId: row.location_id, quantityMilli: row.quantity_milli });
      holds.set(row.id, hold);
    }
    return holds;
  }

  /** Where something has expired: the places to lock before it is ended. */
  async expired(tx: Tx, limit: number): Promise<Place[]> {
    return tx.selectFrom('stock_hold').select(['variant_id as variantId', 'location_id as locationId']).distinct().where('expires_at', '<=', sql<Date>`clock_timestamp()`).limit(limit).execute();
  }

  /** Never later than `most` after the hold began. False where it has ended. */
  async extend(tx: Tx, holdId: string, { until, mostMinutes }: { until: Date; mostMinutes: number }): Promise<Date | null> {
    const { rows } = await sql<{ expiresAt: Date }>`
      UPDATE stock_hold SET expires_at = greatest(expires_at, least(${until}::timestamptz, held_at + make_interval(mins => ${mostMinutes}::int)))
      WHERE id = ${holdId}::uuid AND expires_at > clock_timestamp() RETURNING expires_at AS "expiresAt"`.execute(tx);
    return rows[0]?.expiresAt ?? null;
  }

  private async end(tx: Tx, which: ReturnType<typeof sql>): Promise<Map<string, number>> {
    const { rows } = await sql<Place & { quantity: number }>`
      WITH gone AS (
        DELETE FROM stock_hold ended USING (SELECT h.id, h.line_id, h.location_id ${which}) which
        WHERE ended.id = which.id AND ended.line_id = which.line_id AND ended.location_id = which.location_id
        RETURNING ended.variant_id, ended.location_id, ended.quantity_milli
      ),
      freed AS (SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity FROM gone GROUP BY variant_id, location_id),
      changed AS (
        UPDATE stock_level level SET sellable_milli = level.sellable_milli + freed.quantity, held_milli = level.held_milli - freed.quantity,
          override_milli = greatest(0, -(level.sellable_milli + freed.quantity)), version = level.version + 1
        FROM freed WHERE level.variant_id = freed.variant_id AND level.location_id = freed.location_id
      )
      SELECT variant_id AS "variantId", location_id AS "locationId", quantity FROM freed`.execute(tx);
    return new Map(rows.map((row) => [levelKey(row), row.quantity]));
  }
}
