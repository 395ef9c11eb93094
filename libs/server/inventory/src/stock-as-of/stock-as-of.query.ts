import { Inject, Injectable } from '@nestjs/common';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, PREPARED, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { foldOfBuckets } from '../fold-of-buckets';
import { before, type LedgerPosition, upTo } from './ledger-position';

/** What the movements made a level. What checkouts held of `sellable` is not recorded. */
export type PastLevel = { locationId: string } & Record<StockBucket, number>;

export interface StockAsOfInput {
  variantId: string;
  /** Without it, every location that ever had some. */
  locationId?: string | null;
  position: LedgerPosition;
  /** Leaves the position's own movement out. */
  exclusive?: boolean;
}

/**
 * The levels of a variant as of any instant or movement: the last checkpoint before it, and the movements since. So it
 * costs the same for last year as for yesterday.
 */
@Injectable()
export class StockAsOfQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Statements: 2. */
  async run(input: StockAsOfInput, reading: Database | Tx = this.database): Promise<PastLevel[]> {
    const { rows: [month] } = await lastMonth(input.position).execute(reading);
    const { rows } = await levelsAsOf(input, month?.begin ?? null).execute(reading);
    return rows;
  }
}

const each = (build: (bucket: StockBucket) => RawBuilder<unknown>) => sql.join(buckets.map(build));
const column = (table: string, bucket: StockBucket) => sql.ref(`${table}.${bucket}_milli`);

/** The last month whose beginning is written down. Given to the next statement as a value, it leaves older months out of its plan. */
const lastMonth = ({ recordedAt }: LedgerPosition) => sql<{ begin: Date | null }>`${PREPARED}
  SELECT max(taken_for) AS begin FROM stock_checkpoint_run WHERE taken_for <= ${recordedAt}::timestamptz AND taken_for = date_trunc('month', taken_for, 'UTC')`;

/**
 * A level that moved in a month has a checkpoint at its end, so nothing before `month` is missing in the last checkpoint of
 * any level. The movements are read once for all places: for each place by itself PostgreSQL would read them again and again.
 */
const levelsAsOf = ({ variantId, locationId, position, exclusive }: StockAsOfInput, month: Date | null) => sql<PastLevel>`
  WITH opening AS MATERIALIZED (
    SELECT level.location_id, last.taken_for, ${each((bucket) => column('last', bucket))}
    FROM stock_level level LEFT JOIN LATERAL (
      SELECT * FROM stock_checkpoint c WHERE c.variant_id = level.variant_id AND c.location_id = level.location_id AND c.taken_for <= ${position.recordedAt}::timestamptz
      ORDER BY c.taken_for DESC LIMIT 1
    ) last ON true
    WHERE level.variant_id = ${variantId}::uuid ${locationId ? sql`AND level.location_id = ${locationId}::uuid` : sql``}
  ),
  moved AS MATERIALIZED (
    SELECT m.location_id, m.recorded_at, m.from_bucket, m.to_bucket, m.quantity_milli FROM stock_movement m
    WHERE m.variant_id = ${variantId}::uuid ${locationId ? sql`AND m.location_id = ${locationId}::uuid` : sql``}
      AND m.recorded_at >= ${month?.toISOString() ?? '-infinity'}::timestamptz AND ${exclusive ? before(position) : upTo(position)}
  ),
  later AS (
    SELECT m.location_id, ${foldOfBuckets()} FROM moved m JOIN opening USING (location_id)
    WHERE m.recorded_at >= coalesce(opening.taken_for, '-infinity') GROUP BY m.location_id
  )
  SELECT opening.location_id AS "locationId", ${each((bucket) => sql`coalesce(${column('opening', bucket)}, 0) + coalesce(${column('later', bucket)}, 0) AS ${sql.ref(bucket)}`)}
  FROM opening LEFT JOIN later USING (location_id) ORDER BY 1`;
