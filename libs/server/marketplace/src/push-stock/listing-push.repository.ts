import { Inject, Injectable } from '@nestjs/common';
import { MOST_COVER_HOURS } from '@oneshelf/domain-marketplace';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { PACE_DAYS } from '@oneshelf/server-inventory/exposure';
import { type RawBuilder, sql } from 'kysely';

/** Longer than a call to Amazon can take, so that a lease that ends was left by a worker that died. */
const LEASE_SECONDS = 60;
const RETRY_SECONDS = 2;

export interface ClaimedListing {
  id: string;
  variantId: string;
  sku: string;
  productType: string;
  fulfilmentAttributes: Record<string, unknown>;
  version: number;
  /** What stands at the marketplace for certain; null: unknown, e.g. after a call without an answer. */
  standingUnits: number | null;
}

/** MKT-12 in SQL, for thousands of rows at once; the spec holds it against the rule. */
export const coverOf = (units: RawBuilder<unknown>, soldMilli: RawBuilder<unknown>) =>
  sql`CASE WHEN ${units} <= 0 THEN 0 WHEN ${soldMilli} <= 0 THEN ${MOST_COVER_HOURS}::int ELSE least(${MOST_COVER_HOURS}::numeric, floor(${units}::numeric * 1000 * ${PACE_DAYS}::int * 24 / ${soldMilli}))::int END`;

/** The wishes to push, and who is pushing. A wish is a version; a push answers the version that it read. */
@Injectable()
export class ListingPushRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Variants of these that are listed on one of the channels, by channel. */
  async listed(variantIds: string[], channelCodes: string[]): Promise<Map<string, string[]>> {
    if (variantIds.length === 0 || channelCodes.length === 0) return new Map();
    const rows = await this.database.selectFrom('listing').select(['channel_code', 'variant_id']).where('variant_id', 'in', variantIds).where('channel_code', 'in', channelCodes).orderBy('id').execute();
    const byChannel = new Map<string, string[]>();
    for (const row of rows) byChannel.set(row.channel_code, [...(byChannel.get(row.channel_code) ?? []), row.variant_id]);
    return byChannel;
  }

  /** Variants that are listed on the channel, so many at a time. */
  async *ofChannel(channelCode: string, limit: number): AsyncGenerator<string[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.database.selectFrom('listing').select(['id', 'variant_id']).where('channel_code', '=', channelCode).where('id', '>', after).orderBy('id').limit(limit).execute();
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => row.variant_id);
      after = last.id;
    }
  }

  /**
   * Wishes a push of each variant; `units` and what the pool sold lately only say which one is in most danger. A wish that
   * waits stays urgent when another is added, and waits since the first. Rows are taken in id order.
   */
  async wish(channelCode: string, wanted: { variantId: string; units: number }[], { urgent, since }: { urgent: boolean; since?: Date | undefined }): Promise<void> {
    await sql`
      WITH wish AS (
        SELECT listing.id, w.units FROM unnest(${wanted.map((wish) => wish.variantId)}::uuid[], ${wanted.map((wish) => wish.units)}::int4[]) AS w (variant_id, units)
        JOIN listing ON listing.variant_id = w.variant_id AND listing.channel_code = ${channelCode} ORDER BY listing.id FOR UPDATE OF listing
      )
      UPDATE listing SET wanted_version = wanted_version + 1, wanted_units = wish.units, cover_hours = ${coverOf(sql`wish.units`, sql`listing.sold_milli`)}, urgent = ${urgent} OR (urgent AND wanted_version > pushed_version),
        wished_at = least(CASE WHEN wanted_version > pushed_version THEN listing.wished_at END, coalesce(${since ?? null}::timestamptz, clock_timestamp()))
      FROM wish WHERE listing.id = wish.id`.execute(this.database);
  }

  /**
   * Takes the waiting listing that nobody is pushing: an urgent one first, of those the one whose units last the shortest
   * time, then the one with the fewest (MKT-12). Undefined: none is left. From here until the answer nobody knows what stands there (pushed_units null): a worker that dies in between leaves it so.
   */
  async claim(channelCode: string): Promise<ClaimedListing | undefined> {
    const { rows } = await sql<ClaimedListing>`
      WITH next AS (
        SELECT id, pushed_units FROM listing
        WHERE channel_code = ${channelCode} AND wanted_version > pushed_version AND feed_id IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())
        ORDER BY urgent DESC, cover_hours, wanted_units, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE listing SET leased_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}), pushed_units = NULL FROM next WHERE listing.id = next.id
      RETURNING listing.id, variant_id AS "variantId", external_sku AS sku, product_type AS "productType", fulfilment_attributes AS "fulfilmentAttributes",
        wanted_version AS version, next.pushed_units AS "standingUnits"`.execute(this.database);
    return rows[0];
  }

  /**
   * The marketplace has accepted the number of this version, and it is noted how long that took. False: a newer version
   * was acknowledged meanwhile, and this late answer changed nothing. What needed no call is not noted.
   */
  async acknowledge(id: string, { version, units, sent }: { version: number; units: number; sent: boolean }): Promise<boolean> {
    const answered = sql`pushed_units = ${units}::int4, acknowledged_units = ${units}::int4, failure = NULL ${sent ? sql`, pushed_at = clock_timestamp()` : sql``}`;
    return this.answer(id, version, { answered, noted: sent ? { units, failure: null } : null });
  }

  /** The marketplace will not take this: the wish is answered with a failure that a person sees; a new wish tries again. */
  async refused(id: string, version: number, failure: string): Promise<void> {
    await this.answer(id, version, { answered: sql`failure = ${failure}`, noted: { units: null, failure } });
  }

  /** A wish that came while this one was under way waits since it was claimed, or a little less. */
  private async answer(id: string, version: number, { answered, noted }: { answered: RawBuilder<unknown>; noted: { units: number | null; failure: string | null } | null }): Promise<boolean> {
    const { rows } = await sql<{ id: string }>`
      WITH answered AS (
        UPDATE listing SET ${answered}, pushed_version = ${version}, leased_until = NULL, wished_at = CASE WHEN listing.wanted_version > ${version} THEN coalesce(own.leased_until - make_interval(secs => ${LEASE_SECONDS}), clock_timestamp()) END
        FROM listing own WHERE own.id = listing.id AND listing.id = ${id}::uuid AND listing.pushed_version < ${version}
        RETURNING listing.id, listing.channel_code, listing.variant_id, listing.urgent, own.wished_at
      ), noted AS (
        INSERT INTO listing_push (id, channel_code, variant_id, version, units, failure, urgent, wished_at, answered_at)
        SELECT ${newId()}::uuid, channel_code, variant_id, ${version}, ${noted?.units ?? null}::int4, ${noted?.failure ?? null}::text, urgent, coalesce(wished_at, clock_timestamp()), clock_timestamp() FROM answered WHERE ${noted !== null}
      )
      SELECT id FROM answered`.execute(this.database);
    return rows.length > 0;
  }

  /** The call failed, perhaps after it was done there: it waits a little and is tried again. */
  async failed(id: string, failure: string): Promise<void> {
    await this.database.updateTable('listing').set({ leased_until: sql<Date>`clock_timestamp() + make_interval(secs => ${RETRY_SECONDS})`, failure }).where('id', '=', id).execute();
  }

  /** Nothing was sent: anybody may take the listing now, and what stood there stands there still. */
  async putBack({ id, standingUnits }: ClaimedListing): Promise<void> {
    await this.database.updateTable('listing').set({ leased_until: null, pushed_units: standingUnits }).where('id', '=', id).execute();
  }

  /** What the marketplace shows is not known any more: the number of now is wanted there, whatever was sent. */
  async sendAgain(id: string): Promise<void> {
    await this.database.updateTable('listing').set((eb) => ({ pushed_units: null, wanted_version: eb('wanted_version', '+', 1), wished_at: eb.fn.coalesce('wished_at', sql<Date>`clock_timestamp()`), leased_until: null })).where('id', '=', id).execute();
  }

  /**
   * The marketplace says what it shows. The number that we know of confirms ours. Another one means that nobody knows
   * what stands there: a higher one is a promise that we cannot keep, so ours is wanted again; a lower one is a sale,
   * and to send ours now would undo it: the order itself changes our number. While a push waits or runs, that one decides.
   */
  async heardOf(tx: Tx, channelCode: string, { sku, units }: { sku: string; units: number }): Promise<void> {
    await sql`
      UPDATE listing SET pushed_units = NULL, urgent = urgent OR ${units} > pushed_units, wanted_version = wanted_version + (${units} > pushed_units)::int,
        wished_at = CASE WHEN ${units} > pushed_units THEN clock_timestamp() END
      WHERE channel_code = ${channelCode} AND external_sku = ${sku} AND pushed_units <> ${units}::int4 AND wanted_version = pushed_version
        AND (leased_until IS NULL OR leased_until < clock_timestamp())`.execute(tx);
  }

  /** The marketplace changed its number itself (it sold): the next push is sent whatever we sent last. */
  async forgetStanding(channelCode: string, variantIds: string[]): Promise<void> {
    if (variantIds.length === 0) return;
    await this.database.updateTable('listing').set({ pushed_units: null, feed_units: null }).where('channel_code', '=', channelCode).where('variant_id', 'in', variantIds).execute();
  }
}
