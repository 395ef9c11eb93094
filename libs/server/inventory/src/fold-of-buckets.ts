import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';

/** What the movements of `m` add up to in a bucket: SQL over stock_movement m. */
export const foldOfBucket = (bucket: StockBucket) =>
  sql`coalesce(sum(CASE WHEN m.to_bucket = ${sql.lit(bucket)} THEN m.quantity_milli ELSE 0 END - CASE WHEN m.from_bucket = ${sql.lit(bucket)} THEN m.quantity_milli ELSE 0 END), 0)::int8`;

/** A column for each bucket, named as the level's. */
export const foldOfBuckets = () => sql.join(buckets.map((bucket) => sql`${foldOfBucket(bucket)} AS ${sql.ref(`${bucket}_milli`)}`));

/** What one movement of `m` did to the sum of these buckets. */
export const changeOfBuckets = (names: readonly string[]) =>
  sql`(CASE WHEN m.to_bucket = ANY(${[...names]}::text[]) THEN m.quantity_milli ELSE 0 END - CASE WHEN m.from_bucket = ANY(${[...names]}::text[]) THEN m.quantity_milli ELSE 0 END)`;
