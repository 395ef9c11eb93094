import { Inject, Injectable } from '@nestjs/common';
import { isvCausesOf, type PlaceIsv } from '@oneshelf/domain-marketplace';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { causeColumns, mainCauseOf } from './isv-sql';
import type { ReadingSum } from './reading-sum';

const DAY_MS = 86_400_000;
/** So long each sample is kept; then a day is one row; then nothing. */
const KEEP_SAMPLES_DAYS = 14;
const KEEP_DAYS = 100;

export interface NewSample {
  variantId: string;
  channelCode: string;
  /** Null: all places that feed the channel. */
  locationId: string | null;
  isv: Omit<PlaceIsv, 'locationId'>;
}

export interface IsvAlarm {
  variantId: string;
  channelCode: string;
  isvBasisPoints: number | null;
  cause: 'lag' | 'failed_push' | 'buffer' | 'miscount' | 'shrink';
  at: Date;
}

/** Samples of ISV: what differed, when, and why; and what all listings came to. */
@Injectable()
export class IsvSampleRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** When it was last measured, whether anything differed or not. */
  async lastAt(): Promise<Date | null> {
    const row = await this.database.selectFrom('isv_reading').select(({ fn }) => fn.max('at').as('at')).where('is_day', '=', false).executeTakeFirst();
    return row?.at ?? null;
  }

  async add(tx: Tx, at: Date, { readings, samples }: { readings: readonly ReadingSum[]; samples: readonly NewSample[] }): Promise<void> {
    if (readings.length > 0) {
      await tx.insertInto('isv_reading').values(readings.map((sum) => ({
        id: newId(), at, channel_code: sum.channelCode, location_id: sum.locationId, listing_count: sum.listingCount, differing_count: sum.differingCount, unbounded_count: sum.unboundedCount,
        shown_milli: sum.shownMilli, physical_milli: sum.physicalMilli, variance_milli: sum.varianceMilli,
        lag_milli: sum.lagMilli, failed_push_milli: sum.failedPushMilli, buffer_milli: sum.bufferMilli, miscount_milli: sum.miscountMilli, shrink_milli: sum.shrinkMilli,
      }))).execute();
    }
    if (samples.length === 0) return;
    await tx.insertInto('isv_sample').values(samples.map(({ variantId, channelCode, locationId, isv }) => ({
      id: newId(), at, variant_id: variantId, channel_code: channelCode, location_id: locationId, epos_milli: isv.eposMilli, amazon_milli: isv.amazonMilli, physical_milli: isv.physicalMilli,
      isv_basis_points: isv.isvBasisPoints, lag_milli: isv.lagMilli, failed_push_milli: isv.failedPushMilli, buffer_milli: isv.bufferMilli, miscount_milli: isv.miscountMilli, shrink_milli: isv.shrinkMilli,
      counted_milli: isv.countedMilli, shrunk_milli: isv.shrunkMilli, variance_milli: isvCausesOf(isv).varianceMilli,
    }))).execute();
  }

  /** Days that are two weeks past become one row each: the sum of their samples, each cause with the sign of its variance. */
  async rollUp(tx: Tx, now: Date): Promise<void> {
    const samplesUntil = new Date(startOfDay(now) - KEEP_SAMPLES_DAYS * DAY_MS);
    const day = sql`date_trunc('day', at, 'UTC')`;
    await sql`
      WITH gone AS (DELETE FROM isv_sample WHERE NOT is_day AND at < ${samplesUntil} RETURNING *)
      INSERT INTO isv_sample (id, at, variant_id, channel_code, location_id, epos_milli, amazon_milli, physical_milli, counted_milli, shrunk_milli, variance_milli, isv_basis_points, sample_count, is_day, lag_milli, failed_push_milli, buffer_milli, miscount_milli, shrink_milli)
      SELECT gen_random_uuid(), ${day}, variant_id, channel_code, location_id, sum(epos_milli), sum(amazon_milli), sum(physical_milli), sum(counted_milli), sum(shrunk_milli), sum(variance_milli),
        CASE WHEN bool_or(isv_basis_points IS NULL) THEN NULL ELSE max(isv_basis_points) END, sum(sample_count), true, ${causeColumns}
      FROM gone GROUP BY 2, 3, 4, 5`.execute(tx);
    await sql`
      WITH gone AS (DELETE FROM isv_reading WHERE NOT is_day AND at < ${samplesUntil} RETURNING *)
      INSERT INTO isv_reading (id, at, channel_code, location_id, sample_count, is_day, listing_count, differing_count, unbounded_count, shown_milli, physical_milli, variance_milli, lag_milli, failed_push_milli, buffer_milli, miscount_milli, shrink_milli)
      SELECT gen_random_uuid(), ${day}, channel_code, location_id, sum(sample_count), true, max(listing_count), max(differing_count), max(unbounded_count), sum(shown_milli), sum(physical_milli), sum(variance_milli), ${causeColumns}
      FROM gone GROUP BY 2, 3, 4`.execute(tx);
    const daysUntil = new Date(startOfDay(now) - KEEP_DAYS * DAY_MS);
    await tx.deleteFrom('isv_sample').where('at', '<', daysUntil).execute();
    await tx.deleteFrom('isv_reading').where('at', '<', daysUntil).execute();
  }

  /**
   * Of the newest measurement: what is above the threshold or without bound at this moment, the worst first, each with its
   * largest part. What a count has corrected is shown rightly now and needs nobody.
   */
  async alarms(since: Date, { aboveBasisPoints, take }: { aboveBasisPoints: number; take: number }): Promise<{ count: number; first: IsvAlarm[] }> {
    const { rows } = await sql<IsvAlarm & { count: number }>`
      SELECT variant_id AS "variantId", channel_code AS "channelCode", isv_basis_points AS "isvBasisPoints", at, count(*) OVER ()::int AS count, ${mainCauseOf(sql`s.`)} AS cause
      FROM isv_sample s
      WHERE at = (SELECT max(at) FROM isv_reading WHERE NOT is_day AND at >= ${since}) AND location_id IS NULL AND epos_milli + amazon_milli <> physical_milli
        AND (physical_milli <= 0 OR abs(epos_milli + amazon_milli - physical_milli)::numeric * 10000 > ${aboveBasisPoints}::numeric * physical_milli)
      ORDER BY isv_basis_points DESC NULLS FIRST, variant_id, channel_code LIMIT ${take}`.execute(this.database);
    return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _count, ...alarm }) => alarm) };
  }
}

const startOfDay = (now: Date): number => Math.floor(now.getTime() / DAY_MS) * DAY_MS;
