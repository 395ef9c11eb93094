import { Injectable } from '@nestjs/common';
import { buckets } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { foldOfBuckets } from '../fold-of-buckets';

export interface CheckpointRun {
  /** The instant that the levels are written down for. */
  takenFor: Date;
  /** Movements before it are in older checkpoints or do not matter for this run. */
  since: Date;
  /** Only levels with at least so many movements since their last checkpoint. */
  atLeast: number;
}

/** The only writer of stock_checkpoint. */
@Injectable()
export class CheckpointRepository {
  /** When the first movement was recorded; reads the whole ledger, so it is asked once in its life. */
  async firstMovement(tx: Tx): Promise<Date | null> {
    const row = await tx.selectFrom('stock_movement').select((eb) => eb.fn.min('recorded_at').as('at')).executeTakeFirst();
    return row?.at ?? null;
  }

  /** The instants that are done, newest first. */
  async lastRuns(tx: Tx, count: number): Promise<Date[]> {
    const rows = await tx.selectFrom('stock_checkpoint_run').select('taken_for').orderBy('taken_for', 'desc').limit(count).execute();
    return rows.map((row) => row.taken_for);
  }

  /** Whether the instant is still to come by the database's clock, or a transaction is open that may hold a movement from before it. */
  async mayStillCome(tx: Tx, before: Date): Promise<boolean> {
    const at = before.toISOString();
    const { rows } = await sql<{ may: boolean }>`
      SELECT clock_timestamp() < ${at}::timestamptz OR EXISTS (
        SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND xact_start < ${at}::timestamptz) AS may`.execute(tx);
    return rows[0]?.may ?? true;
  }

  /**
   * Writes what the levels were at an instant, for those that moved enough since their last checkpoint, and that the
   * instant is done. Answers how many levels. Statements: 2.
   */
  async write(tx: Tx, { takenFor, since, atLeast }: CheckpointRun): Promise<number> {
    const [until, from] = [takenFor.toISOString(), since.toISOString()];
    const { numAffectedRows } = await sql`
      WITH moved AS (
        SELECT variant_id, location_id FROM stock_movement WHERE recorded_at >= ${from}::timestamptz AND recorded_at < ${until}::timestamptz
        GROUP BY variant_id, location_id HAVING count(*) >= ${atLeast}::int8
      ),
      opening AS MATERIALIZED (
        SELECT moved.variant_id, moved.location_id, greatest(last.taken_for, ${from}::timestamptz) AS since, ${sql.join(buckets.map((bucket) => sql.ref(`last.${bucket}_milli`)))}
        FROM moved LEFT JOIN LATERAL (
          SELECT * FROM stock_checkpoint c WHERE c.variant_id = moved.variant_id AND c.location_id = moved.location_id AND c.taken_for < ${until}::timestamptz ORDER BY c.taken_for DESC LIMIT 1
        ) last ON true
      ),
      later AS (
        SELECT m.variant_id, m.location_id, count(*) AS movements, ${foldOfBuckets()}
        FROM stock_movement m JOIN opening USING (variant_id, location_id)
        WHERE m.recorded_at >= ${from}::timestamptz AND m.recorded_at < ${until}::timestamptz AND m.recorded_at >= opening.since
        GROUP BY m.variant_id, m.location_id
      )
      INSERT INTO stock_checkpoint (variant_id, location_id, taken_for, ${sql.join(buckets.map((bucket) => sql.ref(`${bucket}_milli`)))})
      SELECT variant_id, location_id, ${until}::timestamptz, ${sql.join(buckets.map((bucket) => sql`coalesce(${sql.ref(`opening.${bucket}_milli`)}, 0) + ${sql.ref(`later.${bucket}_milli`)}`))}
      FROM later JOIN opening USING (variant_id, location_id) WHERE later.movements >= ${atLeast}::int8
      ON CONFLICT (variant_id, location_id, taken_for) DO NOTHING`.execute(tx);
    const levels = Number(numAffectedRows ?? 0n);
    await tx.insertInto('stock_checkpoint_run').values({ taken_for: takenFor, levels }).onConflict((conflict) => conflict.doNothing()).execute();
    return levels;
  }

  /**
   * For the levels with very many movements in a month: what they were at each midnight of it. The month's own beginning
   * is written before, so each stands on it. Answers how many rows. Statements: 1.
   */
  async writeDays(tx: Tx, { takenFor, since, atLeast }: CheckpointRun): Promise<number> {
    const [until, from] = [takenFor.toISOString(), since.toISOString()];
    const names = buckets.map((bucket) => sql.ref(`${bucket}_milli`));
    const { numAffectedRows } = await sql`
      WITH busy AS MATERIALIZED (
        SELECT moved.*, ${sql.join(buckets.map((bucket) => sql`coalesce(${sql.ref(`last.${bucket}_milli`)}, 0) AS ${sql.ref(`${bucket}_milli`)}`))}
        FROM (
          SELECT variant_id, location_id FROM stock_movement WHERE recorded_at >= ${from}::timestamptz AND recorded_at < ${until}::timestamptz
          GROUP BY variant_id, location_id HAVING count(*) >= ${atLeast}::int8
        ) moved LEFT JOIN LATERAL (
          SELECT * FROM stock_checkpoint c WHERE c.variant_id = moved.variant_id AND c.location_id = moved.location_id AND c.taken_for <= ${from}::timestamptz ORDER BY c.taken_for DESC LIMIT 1
        ) last ON true
      ),
      daily AS (
        SELECT m.variant_id, m.location_id, date_trunc('day', m.recorded_at, 'UTC') + interval '1 day' AS midnight, ${foldOfBuckets()}
        FROM stock_movement m JOIN busy USING (variant_id, location_id)
        WHERE m.recorded_at >= ${from}::timestamptz AND m.recorded_at < ${until}::timestamptz GROUP BY 1, 2, 3
      )
      INSERT INTO stock_checkpoint (variant_id, location_id, taken_for, ${sql.join(names)})
      SELECT variant_id, location_id, midnight, ${sql.join(buckets.map((bucket) => sql`${sql.ref(`busy.${bucket}_milli`)} + sum(${sql.ref(`daily.${bucket}_milli`)}) OVER until_then`))}
      FROM daily JOIN busy USING (variant_id, location_id) WINDOW until_then AS (PARTITION BY variant_id, location_id ORDER BY midnight)
      ON CONFLICT (variant_id, location_id, taken_for) DO NOTHING`.execute(tx);
    return Number(numAffectedRows ?? 0n);
  }

  /** Forgets all checkpoints, so that they are made again from the movements. */
  async clear(tx: Tx): Promise<void> {
    await sql`TRUNCATE stock_checkpoint, stock_checkpoint_run`.execute(tx);
  }
}
