import { Inject, Injectable } from '@nestjs/common';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
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

  /** Statements: 1. */
  async run(input: StockAsOfInput, reading: Database | Tx = this.database): Promise<PastLevel[]> {
    const { rows } = await levelsAsOf(input).execute(reading);
    return rows;
  }
}

const each = (build: (bucket: StockBucket) => RawBuilder<unknown>) => sql.join(buckets.map(build));
const column = (table: string, bucket: StockBucket) => sql.ref(`${table}.${bucket}_milli`);

const levelsAsOf = ({ variantId, locationId, position, exclusive }: StockAsOfInput) => sql<PastLevel>`
  SELECT level.location_id AS "locationId", ${each((bucket) => sql`coalesce(${column('opening', bucket)}, 0) + ${column('later', bucket)} AS ${sql.ref(bucket)}`)}
  FROM stock_level level
  LEFT JOIN LATERAL (
    SELECT * FROM stock_checkpoint c WHERE c.variant_id = level.variant_id AND c.location_id = level.location_id AND c.taken_for <= ${position.recordedAt}::timestamptz
    ORDER BY c.taken_for DESC LIMIT 1
  ) opening ON true
  CROSS JOIN LATERAL (
    SELECT ${foldOfBuckets()} FROM stock_movement m
    WHERE m.variant_id = level.variant_id AND m.location_id = level.location_id AND m.recorded_at >= coalesce(opening.taken_for, '-infinity') AND ${exclusive ? before(position) : upTo(position)}
  ) later
  WHERE level.variant_id = ${variantId}::uuid AND (${locationId ?? null}::uuid IS NULL OR level.location_id = ${locationId ?? null}::uuid)
  ORDER BY level.location_id`;
