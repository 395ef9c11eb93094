import { Inject, Injectable } from '@nestjs/common';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, PREPARED, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { foldOfBucket } from '../fold-of-buckets';
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

/** What a level was at its last checkpoint, and from when on its movements count. */
type Opening = PastLevel & { since: Date | null };

/**
 * The levels of a variant as of any instant or movement: the last checkpoint before it, and the movements since. So it
 * costs the same for last year as for yesterday.
 */
@Injectable()
export class StockAsOfQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Statements: 2. */
  async run(input: StockAsOfInput, reading: Database | Tx = this.database): Promise<PastLevel[]> {
    const { rows: openings } = await openingsOf(input).execute(reading);
    if (openings.length === 0) return [];
    const { rows: later } = await foldSince(input, openings).execute(reading);
    const changes = new Map(later.map((change) => [change.locationId, change]));
    return openings.map(({ since: _, ...opening }) => {
      const change = changes.get(opening.locationId);
      return change ? { ...opening, ...Object.fromEntries(buckets.map((bucket) => [bucket, opening[bucket] + change[bucket]])) } : opening;
    });
  }
}

const each = (build: (bucket: StockBucket) => RawBuilder<unknown>) => sql.join(buckets.map(build));
const column = (table: string, bucket: StockBucket) => sql.ref(`${table}.${bucket}_milli`);

/**
 * A level that moved in a month has a checkpoint at its end, so nothing before the last month whose beginning is written
 * down is missing in the last checkpoint of any level: what is older counts from there.
 */
const openingsOf = ({ variantId, locationId = null, position: { recordedAt } }: StockAsOfInput) => sql<Opening>`${PREPARED}
  SELECT level.location_id AS "locationId", ${each((bucket) => sql`coalesce(${column('last', bucket)}, 0) AS ${sql.ref(bucket)}`)},
    greatest(last.taken_for, (SELECT max(taken_for) FROM stock_checkpoint_run WHERE taken_for <= ${recordedAt}::timestamptz AND taken_for = date_trunc('month', taken_for, 'UTC'))) AS since
  FROM stock_level level LEFT JOIN LATERAL (
    SELECT * FROM stock_checkpoint c WHERE c.variant_id = level.variant_id AND c.location_id = level.location_id AND c.taken_for <= ${recordedAt}::timestamptz
    ORDER BY c.taken_for DESC LIMIT 1
  ) last ON true
  WHERE level.variant_id = ${variantId}::uuid AND (${locationId}::uuid IS NULL OR level.location_id = ${locationId}::uuid) ORDER BY level.location_id`;

/**
 * The movements since, read once for all places that count from the same instant, of which there are a month's beginning,
 * a midnight and an hour: for each place by itself PostgreSQL would read them again and again, and for all from the oldest
 * one a busy place's whole month. The instants are given as values, so that older months are left out of the plan.
 */
function foldSince({ variantId, position, exclusive }: StockAsOfInput, openings: readonly Opening[]) {
  const places = new Map<string, string[]>();
  for (const { since, locationId } of openings) {
    const from = since?.toISOString() ?? '-infinity';
    places.set(from, [...(places.get(from) ?? []), locationId]);
  }
  const folds = [...places].map(([from, locationIds]) => sql`
    SELECT m.location_id AS "locationId", ${each((bucket) => sql`${foldOfBucket(bucket)} AS ${sql.ref(bucket)}`)} FROM stock_movement m
    WHERE m.variant_id = ${variantId}::uuid AND m.location_id = ANY(${locationIds}::uuid[])
      AND m.recorded_at >= ${from}::timestamptz AND ${exclusive ? before(position) : upTo(position)} GROUP BY m.location_id`);
  return sql<PastLevel>`${sql.join(folds, sql` UNION ALL `)}`;
}
