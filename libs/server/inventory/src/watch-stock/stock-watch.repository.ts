import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { Place } from './watched-levels.query';

/** A movement is stamped before it is committed: one that was stamped so long before the last look may show only now. */
const OVERLAP = sql`interval '1 minute'`;

export interface WatchTurn {
  places: Place[];
  /** Movements up to here need no first look any more, ISO. */
  movedUntil: string;
  /** Of the round over all levels: those of this turn; fewer than asked for: the round is over. */
  round: Place[];
}

/** How far the watch has looked. Its one row is held by who looks, so two workers never look at the same. */
@Injectable()
export class StockWatchRepository {
  /** What to look at now: levels that moved since the last look (the rest of a flood is left to the round), and the next of the round. Null: another worker looks. Statements: 2. */
  async next(tx: Tx, { moved, round }: { moved: number; round: number }): Promise<WatchTurn | null> {
    const watch = await tx.selectFrom('stock_watch').selectAll().forUpdate().skipLocked().executeTakeFirst();
    if (!watch) return null;
    const { rows } = await sql<Place & { isRound: boolean; now: Date }>`
      WITH changed AS (
        SELECT DISTINCT variant_id, location_id FROM stock_movement WHERE recorded_at > ${watch.moved_until}::timestamptz - ${OVERLAP} LIMIT ${moved}
      ),
      following AS (
        SELECT variant_id, location_id FROM stock_level
        WHERE ${watch.round_variant_id}::uuid IS NULL OR (variant_id, location_id) > (${watch.round_variant_id}::uuid, ${watch.round_location_id}::uuid)
        ORDER BY variant_id, location_id LIMIT ${round}
      )
      SELECT variant_id AS "variantId", location_id AS "locationId", false AS "isRound" FROM changed
      UNION ALL SELECT variant_id, location_id, true FROM following`.execute(tx);
    const { rows: [clock] } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(tx);
    const ofRound = rows.filter((row) => row.isRound).map(placeOf);
    const places = new Map(rows.map((row) => [`${row.variantId}_${row.locationId}`, placeOf(row)]));
    return { places: [...places.values()], movedUntil: (clock?.now ?? new Date(0)).toISOString(), round: ofRound };
  }

  /** Levels in their order, behind this one. Statements: 1. */
  async following(tx: Tx, after: Place | null, limit: number): Promise<Place[]> {
    const { rows } = await sql<Place>`SELECT variant_id AS "variantId", location_id AS "locationId" FROM stock_level
      WHERE ${after === null} OR (variant_id, location_id) > (${after?.variantId ?? null}::uuid, ${after?.locationId ?? null}::uuid)
      ORDER BY variant_id, location_id LIMIT ${limit}`.execute(tx);
    return rows;
  }

  /** Writes how far this turn has come. Statements: 1. */
  async advance(tx: Tx, { movedUntil, round }: WatchTurn, isRoundOver: boolean): Promise<void> {
    const last = round.at(-1);
    await sql`
      UPDATE stock_watch SET moved_until = ${movedUntil}::timestamptz, looked_at = clock_timestamp(),
        round_variant_id = ${isRoundOver ? null : (last?.variantId ?? null)}::uuid, round_location_id = ${isRoundOver ? null : (last?.locationId ?? null)}::uuid,
        round_began_at = CASE WHEN ${isRoundOver} THEN NULL ELSE coalesce(round_began_at, clock_timestamp()) END,
        round_levels = CASE WHEN ${isRoundOver} THEN 0 ELSE round_levels + ${round.length}::int4 END,
        last_round_ended_at = CASE WHEN ${isRoundOver} THEN clock_timestamp() ELSE last_round_ended_at END,
        last_round_levels = CASE WHEN ${isRoundOver} THEN round_levels + ${round.length}::int4 ELSE last_round_levels END`.execute(tx);
  }
}

const placeOf = ({ variantId, locationId }: Place): Place => ({ variantId, locationId });
