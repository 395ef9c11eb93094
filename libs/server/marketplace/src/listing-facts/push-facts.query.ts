import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** So long each answer of a marketplace is kept. */
export const PUSHES_KEPT_DAYS = 8;

/** How long a deduction took until the marketplace had it. */
export interface PushLag {
  channelCode: string;
  count: number;
  /** Null: none in the period. */
  p50Ms: number | null;
  p95Ms: number | null;
  refused: number;
}

export interface PushFact {
  channelCode: string;
  units: number | null;
  failure: string | null;
  wishedAt: Date;
  answeredAt: Date;
}

/** What marketplaces answered to our numbers, for reports. */
@Injectable()
export class PushFacts {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Of what came of a sale, a return or a reservation: opening stock may take its time. Channels without an answer are left out. */
  async lags(since: Date): Promise<PushLag[]> {
    const { rows } = await sql<PushLag>`
      SELECT channel_code AS "channelCode", count(*) FILTER (WHERE failure IS NULL AND urgent)::int AS count, count(*) FILTER (WHERE failure IS NOT NULL)::int AS refused,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - wished_at) * 1000) FILTER (WHERE failure IS NULL AND urgent))::int8 AS "p50Ms",
        (percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - wished_at) * 1000) FILTER (WHERE failure IS NULL AND urgent))::int8 AS "p95Ms"
      FROM listing_push WHERE answered_at >= ${since} GROUP BY 1 ORDER BY 1`.execute(this.database);
    return rows;
  }

  /** The last answers about one product, the newest first. */
  async ofVariant(variantId: string, channelCode: string, take: number): Promise<PushFact[]> {
    const rows = await this.database.selectFrom('listing_push').select(['channel_code', 'units', 'failure', 'wished_at', 'answered_at']).where('variant_id', '=', variantId).where('channel_code', '=', channelCode).orderBy('answered_at', 'desc').limit(take).execute();
    return rows.map((row) => ({ channelCode: row.channel_code, units: row.units, failure: row.failure, wishedAt: row.wished_at, answeredAt: row.answered_at }));
  }

  /** What a sale, a return or a reservation changed before the instant and the marketplace has not answered yet; the longest waiting first. */
  async overdue(before: Date, take: number): Promise<{ count: number; first: { id: string; channelCode: string; variantId: string; sku: string; wishedAt: Date }[] }> {
    const { rows } = await sql<{ id: string; channelCode: string; variantId: string; sku: string; wishedAt: Date; count: number }>`
      SELECT id, channel_code AS "channelCode", variant_id AS "variantId", external_sku AS sku, wished_at AS "wishedAt", count(*) OVER ()::int AS count
      FROM listing WHERE wanted_version > pushed_version AND urgent AND wished_at < ${before} ORDER BY wished_at, id LIMIT ${take}`.execute(this.database);
    return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _count, ...listing }) => listing) };
  }

  async forgetOld(now: Date): Promise<void> {
    await this.database.deleteFrom('listing_push').where('answered_at', '<', new Date(now.getTime() - PUSHES_KEPT_DAYS * 86_400_000)).execute();
  }
}
