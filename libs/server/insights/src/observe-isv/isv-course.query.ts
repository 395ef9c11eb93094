import { Inject, Injectable } from '@nestjs/common';
import type { IsvCause, IsvObservatory, IsvPeriod, IsvWorst } from '@oneshelf/contracts';
import { isv } from '@oneshelf/domain-marketplace';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { causeSums, mainCauseOf } from '../sample-isv/isv-sql';

export interface CourseFilter {
  from: Date;
  period: IsvPeriod;
  channelCode: string | null;
  /** Null: all places that feed a channel, as one. */
  locationId: string | null;
  cause: IsvCause | null;
}

type Point = IsvObservatory['points'][number];
type Worst = Omit<IsvWorst, 'sku' | 'title' | 'lastAt'> & { lastAt: Date };

interface SumRow {
  at: Date;
  runs: number;
  physicalMilli: number;
  unboundedCount: number;
  lagMilli: number;
  failedPushMilli: number;
  bufferMilli: number;
  miscountMilli: number;
  shrinkMilli: number;
}

const STEP: Record<IsvPeriod, string> = { day: '1 minute', week: '1 hour', month: '1 day', quarter: '1 day' };

/** ISV over time and the products behind it, from what was sampled. */
@Injectable()
export class IsvCourseQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** One point a step in which anything was measured, the oldest first. A value is the average of the step's samples. */
  async points(filter: CourseFilter): Promise<Point[]> {
    const { rows } = await sql<SumRow>`
      SELECT date_bin(${STEP[filter.period]}::interval, at, '2000-01-01T00:00:00Z') AS at, (sum(sample_count) / count(DISTINCT channel_code))::int AS runs,
        sum(physical_milli)::int8 AS "physicalMilli", max(unbounded_count)::int AS "unboundedCount", ${causeSums}
      FROM isv_reading WHERE ${readings(filter)} GROUP BY 1 ORDER BY 1`.execute(this.database);
    return rows.map(({ at, unboundedCount, ...sums }) => ({ at: at.toISOString(), unboundedCount, ...averageOf(sums) }));
  }

  /** The whole period as one, and the newest measurement of it. */
  async sums(filter: CourseFilter): Promise<Pick<IsvObservatory, 'now' | 'whole' | 'listingCount' | 'differingCount' | 'unboundedCount' | 'measuredAt'>> {
    const newest = sql`at = (SELECT max(at) FROM isv_reading WHERE NOT is_day)`;
    const { rows } = await sql<SumRow & { isNow: boolean; listingCount: number; differingCount: number }>`
      SELECT part.is_now AS "isNow", max(at) AS at, (sum(sample_count) / greatest(1, count(DISTINCT channel_code)))::int AS runs, coalesce(sum(physical_milli), 0)::int8 AS "physicalMilli",
        coalesce(sum(unbounded_count), 0)::int AS "unboundedCount", coalesce(sum(listing_count), 0)::int AS "listingCount", coalesce(sum(differing_count), 0)::int AS "differingCount", ${causeSums}
      FROM (VALUES (true), (false)) AS part (is_now) LEFT JOIN isv_reading ON ${readings(filter)} AND (NOT part.is_now OR ${newest}) GROUP BY 1`.execute(this.database);
    const [now, whole] = [rows.find((row) => row.isNow), rows.find((row) => !row.isNow)];
    return {
      measuredAt: now?.at?.toISOString() ?? null, listingCount: now?.listingCount ?? 0, differingCount: now?.differingCount ?? 0, unboundedCount: now?.unboundedCount ?? 0,
      now: averageOf(now), whole: averageOf(whole),
    };
  }

  /** What differed most over the period, by the pieces it differed by on the average. */
  async worst(filter: CourseFilter, take: number): Promise<{ count: number; first: Worst[] }> {
    const { rows } = await sql<Worst & { count: number; runs: number }>`
      WITH run AS (SELECT channel_code, sum(sample_count)::int AS runs FROM isv_reading WHERE at >= ${filter.from} AND location_id IS NULL GROUP BY 1),
      sampled AS (
        SELECT variant_id, channel_code, max(at) AS last_at, sum(sample_count)::int AS differed, CASE WHEN bool_or(isv_basis_points IS NULL) THEN NULL ELSE max(isv_basis_points) END AS worst,
          sum(variance_milli)::int8 AS variance, ${causeSums}
        FROM isv_sample WHERE ${readings(filter)} GROUP BY 1, 2
      ), named AS (
        SELECT *, (SELECT ${mainCauseOf(sql`p.`)} FROM (SELECT "lagMilli" AS lag_milli, "failedPushMilli" AS failed_push_milli, "bufferMilli" AS buffer_milli, "miscountMilli" AS miscount_milli, "shrinkMilli" AS shrink_milli) p) AS cause FROM sampled
      )
      SELECT variant_id AS "variantId", channel_code AS "channelCode", ${filter.locationId}::uuid AS "locationId", last_at AS "lastAt", differed AS "differedCount", greatest(runs, differed) AS "sampleCount", greatest(runs, differed) AS runs,
        worst AS "worstBasisPoints", cause, "lagMilli", "failedPushMilli", "bufferMilli", "miscountMilli", "shrinkMilli", count(*) OVER ()::int AS count
      FROM named JOIN run USING (channel_code) WHERE (${filter.cause}::text IS NULL OR cause = ${filter.cause}::text)
      ORDER BY variance DESC, worst DESC NULLS FIRST, variant_id, channel_code LIMIT ${take}`.execute(this.database);
    return {
      count: rows[0]?.count ?? 0,
      first: rows.map(({ count: _count, runs, ...row }) => ({ ...row, ...partsOf({ ...row, runs }) })),
    };
  }

  /** The newest samples of one product on one channel, its places with them. */
  async ofVariant(variantId: string, channelCode: string, take: number) {
    return this.database.selectFrom('isv_sample').selectAll().where('variant_id', '=', variantId).where('channel_code', '=', channelCode).where('location_id', 'is', null).orderBy('at', 'desc').limit(take).execute();
  }
}

const readings = ({ from, channelCode, locationId }: CourseFilter) =>
  sql`at >= ${from} AND location_id IS NOT DISTINCT FROM ${locationId}::uuid AND (${channelCode}::text IS NULL OR channel_code = ${channelCode}::text)`;

type Parts = Pick<SumRow, 'lagMilli' | 'failedPushMilli' | 'bufferMilli' | 'miscountMilli' | 'shrinkMilli'>;

/** Each cause on the average of the samples, rounded; what they sum to is the variance, so that a reader can add it up. */
function partsOf({ runs, ...sums }: Parts & { runs: number }): Parts & { varianceMilli: number } {
  const part = (milli: number): number => Math.round(milli / Math.max(1, runs)) + 0;
  const parts = { lagMilli: part(sums.lagMilli), failedPushMilli: part(sums.failedPushMilli), bufferMilli: part(sums.bufferMilli), miscountMilli: part(sums.miscountMilli), shrinkMilli: part(sums.shrinkMilli) };
  return { ...parts, varianceMilli: parts.lagMilli + parts.failedPushMilli + parts.bufferMilli + parts.miscountMilli + parts.shrinkMilli };
}

function averageOf(row: (Parts & { runs: number; physicalMilli: number }) | undefined): IsvObservatory['now'] {
  const sums = row ?? { runs: 1, physicalMilli: 0, lagMilli: 0, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 0, shrinkMilli: 0 };
  const parts = partsOf({ runs: sums.runs, lagMilli: sums.lagMilli, failedPushMilli: sums.failedPushMilli, bufferMilli: sums.bufferMilli, miscountMilli: sums.miscountMilli, shrinkMilli: sums.shrinkMilli });
  const physicalMilli = Math.round(sums.physicalMilli / Math.max(1, sums.runs));
  return { ...parts, physicalMilli, isvBasisPoints: isv({ eposMilli: physicalMilli + parts.varianceMilli, amazonMilli: 0, physicalMilli }) };
}
