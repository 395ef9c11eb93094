import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId } from '@oneshelf/platform';
import { sql } from 'kysely';

/** So long a month can be told apart from the month before. */
const KEEP_DAYS = 62;

export interface NewSample {
  variantId: string;
  channelCode: string;
  eposMilli: number;
  amazonMilli: number;
  physicalMilli: number;
  isvBasisPoints: number | null;
  lagMilli: number;
  failedPushMilli: number;
  bufferMilli: number;
  miscountMilli: number;
  shrinkMilli: number;
}

export interface IsvAlarm {
  variantId: string;
  channelCode: string;
  isvBasisPoints: number | null;
  cause: 'lag' | 'failed_push' | 'buffer' | 'miscount' | 'shrink';
  at: Date;
}

/** Samples of ISV: what differed, when, and why. */
@Injectable()
export class IsvSampleRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async lastAt(): Promise<Date | null> {
    const row = await this.database.selectFrom('isv_sample').select(({ fn }) => fn.max('at').as('at')).executeTakeFirst();
    return row?.at ?? null;
  }

  async add(at: Date, samples: readonly NewSample[]): Promise<void> {
    if (samples.length === 0) return;
    await this.database.insertInto('isv_sample').values(samples.map((sample) => ({
      id: newId(), at, variant_id: sample.variantId, channel_code: sample.channelCode, epos_milli: sample.eposMilli, amazon_milli: sample.amazonMilli, physical_milli: sample.physicalMilli,
      isv_basis_points: sample.isvBasisPoints, lag_milli: sample.lagMilli, failed_push_milli: sample.failedPushMilli, buffer_milli: sample.bufferMilli, miscount_milli: sample.miscountMilli, shrink_milli: sample.shrinkMilli,
    }))).execute();
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.deleteFrom('isv_sample').where('at', '<', new Date(now.getTime() - KEEP_DAYS * 86_400_000)).execute();
  }

  /** Of the newest sample: what is above the threshold or without bound, the worst first, each with its largest part. */
  async alarms(since: Date, { aboveBasisPoints, take }: { aboveBasisPoints: number; take: number }): Promise<{ count: number; first: IsvAlarm[] }> {
    const { rows } = await sql<{ variantId: string; channelCode: string; isvBasisPoints: number | null; at: Date; cause: IsvAlarm['cause']; count: number }>`
      SELECT variant_id AS "variantId", channel_code AS "channelCode", isv_basis_points AS "isvBasisPoints", at, count(*) OVER ()::int AS count,
        (SELECT cause FROM (VALUES ('lag', lag_milli), ('failed_push', failed_push_milli), ('buffer', buffer_milli), ('miscount', miscount_milli), ('shrink', shrink_milli)) AS part (cause, milli) ORDER BY abs(milli) DESC, cause LIMIT 1) AS cause
      FROM isv_sample WHERE at = (SELECT max(at) FROM isv_sample WHERE at >= ${since}) AND (isv_basis_points IS NULL OR isv_basis_points > ${aboveBasisPoints}::int)
      ORDER BY isv_basis_points DESC NULLS FIRST, variant_id, channel_code LIMIT ${take}`.execute(this.database);
    return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _count, ...alarm }) => alarm) };
  }
}
