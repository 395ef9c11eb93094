import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId } from '@oneshelf/platform';
import { sql } from 'kysely';

/** After a feed that came to nothing, so long everything goes as patches. */
const REST_MINUTES = 15;

export interface RunningFeed {
  id: string;
  status: 'gathering' | 'sent';
  externalId: string | null;
  startedAt: Date;
}

export interface FeedListing {
  id: string;
  variantId: string;
  sku: string;
  productType: string;
  fulfilmentAttributes: Record<string, unknown>;
}

/** Feeds, and which listings lie in them. While one lies in a feed nobody patches it: feed and patch never cross. */
@Injectable()
export class ListingFeedRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async running(channelCode: string): Promise<RunningFeed | undefined> {
    const row = await this.database.selectFrom('listing_feed').select(['id', 'status', 'external_id', 'started_at']).where('channel_code', '=', channelCode).where('status', 'in', ['gathering', 'sent']).executeTakeFirst();
    return row && { id: row.id, status: row.status as RunningFeed['status'], externalId: row.external_id, startedAt: row.started_at };
  }

  /** True when more wait than `above`, no feed runs, and none came to nothing lately. */
  async isWorthOne(channelCode: string, above: number): Promise<boolean> {
    const { rows } = await sql<{ worth: boolean }>`
      SELECT (SELECT count(*) FROM (SELECT FROM listing WHERE channel_code = ${channelCode} AND wanted_version > pushed_version AND feed_id IS NULL LIMIT ${above + 1}) waiting) > ${above}
        AND NOT EXISTS (SELECT FROM listing_feed WHERE channel_code = ${channelCode}
          AND (status IN ('gathering', 'sent') OR (status = 'failed' AND started_at > clock_timestamp() - make_interval(mins => ${REST_MINUTES})))) AS worth`.execute(this.database);
    return rows[0]?.worth ?? false;
  }

  /**
   * Opens a feed and puts what waits into it, the most endangered first, but leaves the very first to patches, which are
   * faster. From here until its end nobody knows what stands there. Undefined: another worker was faster.
   */
  async open(channelCode: string, { leave, most }: { leave: number; most: number }): Promise<{ id: string; listings: FeedListing[] } | undefined> {
    const id = newId();
    const { rows } = await sql<FeedListing & { urgent: boolean; cover: number; units: number }>`
      WITH feed AS (INSERT INTO listing_feed (id, channel_code, status) VALUES (${id}::uuid, ${channelCode}, 'gathering') ON CONFLICT DO NOTHING RETURNING id),
      taken AS (
        SELECT listing.id FROM listing
        WHERE channel_code = ${channelCode} AND wanted_version > pushed_version AND feed_id IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp()) AND EXISTS (SELECT FROM feed)
        ORDER BY urgent DESC, cover_hours, wanted_units, id OFFSET ${leave} LIMIT ${most} FOR UPDATE SKIP LOCKED)
      UPDATE listing SET feed_id = ${id}::uuid, feed_version = wanted_version, pushed_units = NULL, leased_until = NULL FROM taken WHERE listing.id = taken.id
      RETURNING listing.id, variant_id AS "variantId", external_sku AS sku, product_type AS "productType", fulfilment_attributes AS "fulfilmentAttributes", urgent, cover_hours AS cover, wanted_units AS units`.execute(this.database);
    if (rows.length === 0) return undefined;
    return { id, listings: rows.sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.cover - b.cover || a.units - b.units || (a.id < b.id ? -1 : 1)) };
  }

  /** These listings lie in no feed any more; they wait for a patch. */
  async leaveOut(feedId: string, listingIds: string[]): Promise<void> {
    await this.database.updateTable('listing').set({ feed_id: null, feed_version: null }).where('feed_id', '=', feedId).where('id', 'in', listingIds).execute();
  }

  /** What the feed says of each of its listings, in the order of its messages. */
  async say(feedId: string, said: { id: string; units: number }[]): Promise<void> {
    await sql`UPDATE listing SET feed_message = s.message, feed_units = s.units
      FROM unnest(${said.map(({ id }) => id)}::uuid[], ${said.map((_, index) => index + 1)}::int4[], ${said.map(({ units }) => units)}::int4[]) AS s (id, message, units)
      WHERE listing.id = s.id AND listing.feed_id = ${feedId}::uuid`.execute(this.database);
    await this.database.updateTable('listing_feed').set({ message_count: said.length }).where('id', '=', feedId).execute();
  }

  async sent(feedId: string, externalId: string): Promise<void> {
    await this.database.updateTable('listing_feed').set({ status: 'sent', external_id: externalId, sent_at: new Date() }).where('id', '=', feedId).where('status', '=', 'gathering').execute();
  }

  /** The feed was worked through: what it said is acknowledged, save the messages that were refused. */
  async done(feedId: string, refused: Map<number, string>): Promise<void> {
    const [messages, reasons] = [[...refused.keys()], [...refused.values()]];
    await sql`
      WITH refused AS (SELECT * FROM unnest(${messages}::int4[], ${reasons}::text[]) AS r (message, reason)),
      ended AS (UPDATE listing_feed SET status = 'done', refused_count = ${messages.length}, finished_at = clock_timestamp() WHERE id = ${feedId}::uuid AND status = 'sent' RETURNING id, started_at),
      answered AS (UPDATE listing SET pushed_version = greatest(own.pushed_version, own.feed_version), pushed_units = CASE WHEN refused.message IS NULL THEN own.feed_units END,
        acknowledged_units = CASE WHEN refused.message IS NULL THEN coalesce(own.feed_units, own.acknowledged_units) ELSE own.acknowledged_units END,
        failure = refused.reason, pushed_at = CASE WHEN refused.message IS NULL THEN clock_timestamp() ELSE own.pushed_at END,
        feed_id = NULL, feed_message = NULL, feed_version = NULL, feed_units = NULL,
        wished_at = CASE WHEN own.wanted_version > own.feed_version THEN ended.started_at END
      FROM ended, listing own LEFT JOIN refused ON refused.message = own.feed_message
      WHERE own.id = listing.id AND own.feed_id = ${feedId}::uuid
      RETURNING own.channel_code, own.variant_id, own.feed_version, own.feed_units, own.urgent, own.wished_at, refused.reason)
      INSERT INTO listing_push (id, channel_code, variant_id, version, units, failure, urgent, wished_at, answered_at)
      SELECT gen_random_uuid(), channel_code, variant_id, coalesce(feed_version, 0), CASE WHEN reason IS NULL THEN feed_units END, reason, urgent, coalesce(wished_at, clock_timestamp()), clock_timestamp() FROM answered`.execute(this.database);
  }

  /** It came to nothing, or nobody knows: everything in it waits again, and goes as patches. */
  async failed(feedId: string, failure: string): Promise<void> {
    await sql`
      WITH ended AS (UPDATE listing_feed SET status = 'failed', failure = ${failure}, finished_at = clock_timestamp() WHERE id = ${feedId}::uuid AND status IN ('gathering', 'sent') RETURNING id)
      UPDATE listing SET feed_id = NULL, feed_message = NULL, feed_version = NULL, feed_units = NULL, pushed_units = NULL WHERE feed_id = ${feedId}::uuid AND EXISTS (SELECT FROM ended)`.execute(this.database);
  }

  async isKnown(externalId: string): Promise<boolean> {
    return (await this.database.selectFrom('listing_feed').select('id').where('external_id', '=', externalId).executeTakeFirst()) !== undefined;
  }
}
