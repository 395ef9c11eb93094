import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { AmazonOrder } from '../amazon/amazon-models';

export interface KeptOrder {
  orderId: string;
  /** Null: this order was not taken yet. */
  status: string | null;
}

/** What the marketplace said of its orders, and which order of ours each became. */
@Injectable()
export class MarketplaceOrderRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The order's row, held until the transaction ends; made with a new id of ours when it is not known yet. */
  async hold(tx: Tx, channelCode: string, externalId: string): Promise<KeptOrder> {
    const { rows } = await sql<{ order_id: string; status: string }>`
      INSERT INTO marketplace_order AS o (channel_code, external_id, order_id, status, raw) VALUES (${channelCode}, ${externalId}, ${newId()}::uuid, '', '{}')
      ON CONFLICT (channel_code, external_id) DO UPDATE SET updated_at = now(), order_id = coalesce(o.order_id, excluded.order_id)
      RETURNING order_id, status`.execute(tx);
    const row = rows[0];
    if (!row) throw new Error('the row was just written');
    return { orderId: row.order_id, status: row.status === '' ? null : row.status };
  }

  async keep(tx: Tx, channelCode: string, { order, orderId }: { order: AmazonOrder; orderId: string }): Promise<void> {
    await tx
      .updateTable('marketplace_order')
      .set({ order_id: orderId, status: order.fulfillment?.fulfillmentStatus ?? '', raw: JSON.stringify(order), failure: null, updated_at: sql`now()` })
      .where('channel_code', '=', channelCode)
      .where('external_id', '=', order.orderId)
      .execute();
  }

  /** Says why an order was not taken and of which word of Amazon, in a transaction of its own: the one that tried is gone. */
  async fail(channelCode: string, order: AmazonOrder, failure: string): Promise<void> {
    const raw = JSON.stringify(order);
    await this.database
      .insertInto('marketplace_order')
      .values({ channel_code: channelCode, external_id: order.orderId, status: '', raw, failure })
      .onConflict((conflict) => conflict.columns(['channel_code', 'external_id']).doUpdateSet({ failure, raw, updated_at: sql`now()` }))
      .execute();
  }

  /** The id of our order, if this one has become an order here. */
  async placedOrder(channelCode: string, externalId: string): Promise<string | undefined> {
    const row = await this.database
      .selectFrom('marketplace_order').select('order_id').where('channel_code', '=', channelCode).where('external_id', '=', externalId)
      .where('status', 'in', ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED']).executeTakeFirst();
    return row?.order_id ?? undefined;
  }

  async byOrderId(orderId: string): Promise<{ channelCode: string; externalId: string; order: AmazonOrder } | undefined> {
    const row = await this.database.selectFrom('marketplace_order').select(['channel_code', 'external_id', 'raw']).where('order_id', '=', orderId).where('status', '<>', '').executeTakeFirst();
    return row ? { channelCode: row.channel_code, externalId: row.external_id, order: AmazonOrder.parse(row.raw) } : undefined;
  }

  /** In which status we know these: as taken, or as tried in vain (then a job stands on Stuck work, and one is enough). */
  async known(externalIds: string[]): Promise<Map<string, string>> {
    if (externalIds.length === 0) return new Map();
    const rows = await this.database.selectFrom('marketplace_order').select(['external_id', sql<string>`CASE WHEN failure IS NULL THEN status ELSE coalesce(raw->'fulfillment'->>'fulfillmentStatus', status) END`.as('status')]).where('external_id', 'in', externalIds).execute();
    return new Map(rows.map((row) => [row.external_id, row.status]));
  }

  async variantsOfSkus(channelCode: string, skus: string[]): Promise<Map<string, string>> {
    if (skus.length === 0) return new Map();
    const rows = await this.database.selectFrom('listing').select(['external_sku', 'variant_id']).where('channel_code', '=', channelCode).where('external_sku', 'in', skus).execute();
    return new Map(rows.map((row) => [row.external_sku, row.variant_id]));
  }

  async seenUntil(channelCode: string): Promise<Date | null> {
    const row = await this.database.selectFrom('marketplace_sweep').select('seen_until').where('channel_code', '=', channelCode).executeTakeFirst();
    return row?.seen_until ?? null;
  }

  async sawUntil(tx: Tx, channelCode: string, until: string): Promise<void> {
    await sql`INSERT INTO marketplace_sweep AS s (channel_code, seen_until) VALUES (${channelCode}, ${until}::timestamptz)
      ON CONFLICT (channel_code) DO UPDATE SET seen_until = greatest(s.seen_until, excluded.seen_until)`.execute(tx);
  }
}
