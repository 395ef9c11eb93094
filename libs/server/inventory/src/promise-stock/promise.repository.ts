import { Injectable } from '@nestjs/common';
import type { PlacedGoods, Policy } from '@oneshelf/domain-inventory';
import { type Database, newId, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';

export interface NewPromise {
  orderId: string;
  orderLineId: string;
  variantId: string;
  channelCode: string;
  /** Whose limit it counts for; null: nobody's. */
  policyChannel: string | null;
  kind: 'backorder' | 'preorder';
  quantityMilli: number;
  expectedOn: string | null;
}

/** Units that an order waits for. */
export interface OpenPromise extends Omit<NewPromise, 'policyChannel'> {
  id: string;
  policyChannel: string;
  /** Where it has to arrive; null: wherever its channel is sent from. */
  locationId: string | null;
  promisedAt: Date;
}

/** No policy limits it. */
const NO_POLICY = '-';

const columns = sql`id, order_id AS "orderId", order_line_id AS "orderLineId", variant_id AS "variantId", location_id AS "locationId", channel_code AS "channelCode", policy_channel AS "policyChannel",
  kind, quantity_milli AS "quantityMilli", expected_on::text AS "expectedOn", promised_at AS "promisedAt"`;

/** The only writer of stock_policy and stock_promise. Rows are taken in the order promises, levels, policies, always. */
@Injectable()
export class PromiseRepository {
  /** The policy that counts for a channel: its own, else the one for all. */
  async policies(database: Database, variantIds: readonly string[], channelCode: string): Promise<Map<string, Policy & { policyChannel: string }>> {
    const { rows } = await sql<Policy & { variantId: string; policyChannel: string }>`
      SELECT DISTINCT ON (variant_id) variant_id AS "variantId", channel_code AS "policyChannel", kind, limit_milli AS "limitMilli", promised_milli AS "promisedMilli", available_on::text AS "availableOn"
      FROM stock_policy WHERE variant_id = ANY(${variantIds}::uuid[]) AND channel_code IN ('', ${channelCode}) ORDER BY variant_id, channel_code DESC`.execute(database);
    return new Map(rows.map((row) => [row.variantId, row]));
  }

  /** What comes, a late delivery as if it came today: nobody is told a day that is over. */
  async expected(database: Database, variantIds: readonly string[]): Promise<(PlacedGoods & { variantId: string })[]> {
    const { rows } = await sql<PlacedGoods & { variantId: string }>`
      SELECT variant_id AS "variantId", location_id AS "locationId", greatest(expected_on, current_date)::text AS "on", quantity_milli AS "quantityMilli"
      FROM expected_receipt WHERE variant_id = ANY(${variantIds}::uuid[]) ORDER BY expected_on, location_id`.execute(database);
    return rows;
  }

  /** What is promised already keeps counting. Answers what it was before. */
  async setPolicy(tx: Tx, variantId: string, { channelCode, ...policy }: { channelCode: string | null } & Omit<Policy, 'promisedMilli'>): Promise<Policy | undefined> {
    const code = channelCode ?? '';
    const before = (await this.policies(tx, [variantId], code)).get(variantId);
    const values = { kind: policy.kind, limit_milli: policy.limitMilli, available_on: policy.availableOn };
    await tx.insertInto('stock_policy').values({ variant_id: variantId, channel_code: code, ...values }).onConflict((conflict) => conflict.columns(['variant_id', 'channel_code']).doUpdateSet(values)).execute();
    return before?.policyChannel === code ? before : undefined;
  }

  /** In the order in which they were made. */
  open(database: Database, variantIds: readonly string[]): Promise<OpenPromise[]> {
    return this.select(database, sql`variant_id = ANY(${variantIds}::uuid[]) ORDER BY variant_id, place`);
  }

  /** The same, locked until the transaction ends. */
  lockOpen(tx: Tx, variantIds: readonly string[]): Promise<OpenPromise[]> {
    return this.select(tx, sql`variant_id = ANY(${variantIds}::uuid[]) ORDER BY variant_id, place FOR UPDATE`);
  }

  ofOrder(database: Database, orderId: string): Promise<OpenPromise[]> {
    return this.select(database, sql`order_id = ${orderId}::uuid ORDER BY place`);
  }

  /** Variants with promises, a slice of them. */
  async promisedVariants(database: Database, after: string | null, limit: number): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`SELECT DISTINCT variant_id AS id FROM stock_promise WHERE variant_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid ORDER BY variant_id LIMIT ${limit}`.execute(database);
    return rows.map(({ id }) => id);
  }

  /** Counts and writes them. False: a limit has no room for them any more; the caller's transaction is to be given up. Statements: 2, 1 without limits. */
  async insert(tx: Tx, promises: readonly NewPromise[]): Promise<boolean> {
    const counted = promises.filter(({ policyChannel }) => policyChannel !== null);
    if (counted.length > 0) {
      const { rows } = await sql<{ missing: number }>`
        WITH wanted AS (${summed(counted)}),
        locked AS MATERIALIZED (SELECT 1 FROM stock_policy JOIN wanted USING (variant_id, channel_code) ORDER BY variant_id, channel_code FOR UPDATE OF stock_policy),
        taken AS (
          UPDATE stock_policy policy SET promised_milli = policy.promised_milli + wanted.quantity FROM wanted, (SELECT count(*) FROM locked) ready
          WHERE policy.variant_id = wanted.variant_id AND policy.channel_code = wanted.channel_code AND policy.kind <> 'stop'
            AND (policy.limit_milli IS NULL OR policy.promised_milli + wanted.quantity <= policy.limit_milli)
          RETURNING 1)
        SELECT (SELECT count(*) FROM wanted)::int - (SELECT count(*) FROM taken)::int AS missing`.execute(tx);
      if (rows[0]?.missing !== 0) return false;
    }
    await tx.insertInto('stock_promise').values(promises.map((promise) => ({
      id: newId(), order_id: promise.orderId, order_line_id: promise.orderLineId, variant_id: promise.variantId, channel_code: promise.channelCode, policy_channel: promise.policyChannel ?? NO_POLICY,
      kind: promise.kind, quantity_milli: promise.quantityMilli, expected_on: promise.expectedOn,
    }))).execute();
    return true;
  }

  /** Takes away all of an order. Their limits are given back by `giveBack`, once stock has been dealt with. Statements: 1. */
  async deleteOfOrder(tx: Tx, orderId: string): Promise<OpenPromise[]> {
    const { rows } = await sql<OpenPromise>`DELETE FROM stock_promise WHERE order_id = ${orderId}::uuid RETURNING ${columns}`.execute(tx);
    return rows;
  }

  /** Units that are not waited for any more make room under their limits. */
  async giveBack(tx: Tx, promises: readonly { variantId: string; policyChannel: string | null; quantityMilli: number }[]): Promise<void> {
    if (promises.length === 0) return;
    await sql`
      WITH freed AS (${summed(promises)}),
      locked AS MATERIALIZED (SELECT 1 FROM stock_policy JOIN freed USING (variant_id, channel_code) ORDER BY variant_id, channel_code FOR UPDATE OF stock_policy)
      UPDATE stock_policy policy SET promised_milli = greatest(0, policy.promised_milli - freed.quantity) FROM freed, (SELECT count(*) FROM locked) ready
      WHERE policy.variant_id = freed.variant_id AND policy.channel_code = freed.channel_code`.execute(tx);
  }

  /** They wait for less; who waits for nothing is gone. */
  async shrink(tx: Tx, kept: readonly { id: string; quantityMilli: number }[]): Promise<void> {
    await sql`
      WITH kept AS (SELECT id, sum(quantity)::int8 AS quantity FROM unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ quantityMilli }) => quantityMilli)}::int8[]) AS k (id, quantity) GROUP BY id),
      ended AS (DELETE FROM stock_promise promise USING kept WHERE promise.id = kept.id AND promise.quantity_milli = kept.quantity)
      UPDATE stock_promise promise SET quantity_milli = promise.quantity_milli - kept.quantity FROM kept WHERE promise.id = kept.id AND promise.quantity_milli > kept.quantity`.execute(tx);
  }

  /** Another day than was told. Answers those whose day really changed: two that look at once tell it once. */
  async move(tx: Tx, moved: readonly { id: string; expectedOn: string | null }[]): Promise<Set<string>> {
    const { rows } = await sql<{ id: string }>`
      UPDATE stock_promise promise SET expected_on = new.day FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ expectedOn }) => expectedOn)}::date[]) AS new (id, day)
      WHERE promise.id = new.id AND promise.expected_on IS DISTINCT FROM new.day RETURNING promise.id`.execute(tx);
    return new Set(rows.map(({ id }) => id));
  }

  private async select(database: Database, which: RawBuilder<unknown>): Promise<OpenPromise[]> {
    const { rows } = await sql<OpenPromise>`SELECT ${columns} FROM stock_promise WHERE ${which}`.execute(database);
    return rows;
  }
}

const summed = (all: readonly { variantId: string; policyChannel: string | null; quantityMilli: number }[]): RawBuilder<unknown> => sql`
  SELECT variant_id, channel_code, sum(quantity)::int8 AS quantity
  FROM unnest(${all.map(({ variantId }) => variantId)}::uuid[], ${all.map(({ policyChannel }) => policyChannel ?? NO_POLICY)}::text[], ${all.map(({ quantityMilli }) => quantityMilli)}::int8[]) AS s (variant_id, channel_code, quantity)
  GROUP BY variant_id, channel_code`;
