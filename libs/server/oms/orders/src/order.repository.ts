import { Injectable } from '@nestjs/common';
import { type Database, newId, type Tx } from '@oneshelf/platform';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { DB } from '@oneshelf/database-types';
import type { Order, OrderHead, OrderLine } from './order';

export type LineChange = { orderLineId: string; quantityMilli: number; serials?: readonly string[] };
export interface NewEvent {
  kind: string;
  actor: string;
  data?: object;
  occurredAt?: Date;
}

/** Reads orders whole, and counts what becomes of their lines. Every change of status is guarded by the status before. */
@Injectable()
export class OrderRepository {
  /** The order with its lines; `lock` keeps others from changing it until the transaction ends. */
  async byId(database: Database | Tx, id: string, lock = false): Promise<Order | null> {
    const query = database.selectFrom('sales_order').selectAll().where('id', '=', id);
    const head = await (lock ? query.forUpdate() : query).executeTakeFirst();
    return head ? this.withLines(database, toHead(head)) : null;
  }

  async byIds(database: Database | Tx, ids: string[]): Promise<Order[]> {
    if (ids.length === 0) return [];
    const heads = await database.selectFrom('sales_order').selectAll().where('id', 'in', ids).execute();
    const lines = await database.selectFrom('order_line').selectAll().where('order_id', 'in', ids).orderBy('line').execute();
    return heads.map((head) => ({ ...toHead(head), lines: lines.filter((line) => line.order_id === head.id).map(toLine) }));
  }

  async byNumber(database: Database | Tx, number: string): Promise<Order | null> {
    const head = await database.selectFrom('sales_order').selectAll().where('number', '=', number).executeTakeFirst();
    return head ? this.withLines(database, toHead(head)) : null;
  }

  async byExternalId(database: Database | Tx, channelCode: string, externalId: string): Promise<Order | null> {
    const head = await database.selectFrom('sales_order').selectAll().where('channel_code', '=', channelCode).where('external_id', '=', externalId).executeTakeFirst();
    return head ? this.withLines(database, toHead(head)) : null;
  }

  /** Moves the status and says so in the timeline, in one statement. False: the order was not in that status. */
  async move(tx: Tx, step: { orderId: string; from: string[]; to: string; event: NewEvent }): Promise<boolean> {
    const { rows } = await sql`
      WITH moved AS (UPDATE sales_order SET status = ${step.to}, version = version + 1 WHERE id = ${step.orderId} AND status = ANY(${step.from}::text[]) RETURNING id)
      INSERT INTO order_event (id, order_id, kind, actor, data, occurred_at)
      SELECT ${newId()}, id, ${step.event.kind}, ${step.event.actor}, ${JSON.stringify(step.event.data ?? {})}::jsonb, ${step.event.occurredAt ?? new Date()} FROM moved RETURNING id`.execute(tx);
    return rows.length > 0;
  }

  /** pending_payment → placed. Answers what the event of it says, or null when the order does not wait (any more). */
  async place(tx: Tx, orderId: string, event: NewEvent): Promise<Pick<OrderHead, 'channelCode' | 'fulfilmentKind'> | null> {
    const { rows } = await sql<Pick<OrderHead, 'channelCode' | 'fulfilmentKind'>>`
      WITH placed AS (UPDATE sales_order SET status = 'placed', version = version + 1 WHERE id = ${orderId} AND status = 'pending_payment' RETURNING id, channel_code, fulfilment_kind),
      told AS (INSERT INTO order_event (id, order_id, kind, actor, data, occurred_at) SELECT ${newId()}, id, ${event.kind}, ${event.actor}, ${JSON.stringify(event.data ?? {})}::jsonb, now() FROM placed)
      SELECT channel_code AS "channelCode", fulfilment_kind AS "fulfilmentKind" FROM placed`.execute(tx);
    return rows[0] ?? null;
  }

  /** Adds to a count of lines (fulfilled, cancelled or returned); the CHECK of the table holds ordered = cancelled + open + fulfilled. */
  async count(tx: Tx, orderId: string, change: { count: 'fulfilled' | 'cancelled' | 'returned'; lines: LineChange[] }): Promise<void> {
    const column = sql.ref(`${change.count}_milli`);
    await sql`
      UPDATE order_line SET ${column} = order_line.${column} + given.quantity
      FROM (SELECT id, sum(quantity)::int8 AS quantity FROM unnest(${change.lines.map((line) => line.orderLineId)}::uuid[], ${change.lines.map((line) => line.quantityMilli)}::int8[]) AS g (id, quantity) GROUP BY id) given
      WHERE order_line.id = given.id AND order_line.order_id = ${orderId}`.execute(tx);
    await tx.updateTable('sales_order').set({ version: sql<number>`version + 1` }).where('id', '=', orderId).execute();
  }

  /** The pieces that went with lines of an order. Statements: 0 or 1. */
  async nameSerials(tx: Tx, orderId: string, lines: readonly LineChange[]): Promise<void> {
    const named = lines.flatMap(({ orderLineId, serials = [] }) => serials.map((serial) => ({ orderLineId, serial })));
    if (named.length === 0) return;
    await sql`
      UPDATE order_line SET serial_numbers = order_line.serial_numbers || given.serials
      FROM (SELECT id, array_agg(serial) AS serials FROM unnest(${named.map((one) => one.orderLineId)}::uuid[], ${named.map((one) => one.serial)}::text[]) AS g (id, serial) GROUP BY id) given
      WHERE order_line.id = given.id AND order_line.order_id = ${orderId}`.execute(tx);
  }

  async append(tx: Tx, orderId: string, ...events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx
      .insertInto('order_event')
      .values(events.map((event) => ({ id: newId(), order_id: orderId, kind: event.kind, actor: event.actor, data: JSON.stringify(event.data ?? {}), occurred_at: event.occurredAt ?? new Date() })))
      .execute();
  }

  /** The parts that have left, by its timeline. */
  async departures(tx: Tx, orderId: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`SELECT data->>'fulfilmentOrderId' AS id FROM order_event WHERE order_id = ${orderId} AND kind IN ('handed_over', 'shipped') AND data ? 'fulfilmentOrderId'`.execute(tx);
    return rows.map(({ id }) => id);
  }

  async linkCustomer(tx: Tx, orderId: string, customerId: string): Promise<void> {
    await tx.updateTable('sales_order').set({ customer_id: customerId }).where('id', '=', orderId).where('customer_id', 'is', null).execute();
  }

  async pendingBefore(database: Database, before: Date): Promise<{ id: string; placedAt: Date }[]> {
    const rows = await database.selectFrom('sales_order').select(['id', 'placed_at']).where('status', '=', 'pending_payment').where('placed_at', '<', before).orderBy('placed_at').limit(200).execute();
    return rows.map((row) => ({ id: row.id, placedAt: row.placed_at }));
  }

  private async withLines(database: Kysely<DB>, head: OrderHead): Promise<Order> {
    const rows = await database.selectFrom('order_line').selectAll().where('order_id', '=', head.id).orderBy('line').execute();
    return { ...head, lines: rows.map(toLine) };
  }
}

type HeadRow = Selectable<DB['sales_order']>;
type LineRow = Selectable<DB['order_line']>;

const toHead = (row: HeadRow): OrderHead => ({
  id: row.id, number: row.number, channelCode: row.channel_code, marketCode: row.market_code, currency: row.currency,
  fulfilmentKind: row.fulfilment_kind as OrderHead['fulfilmentKind'], pickupLocationId: row.pickup_location_id, soldAtLocationId: row.sold_at_location_id,
  customerId: row.customer_id, customerName: row.customer_name, customerEmail: row.customer_email, shippingAddress: row.shipping_address,
  collectionCode: row.collection_code, externalId: row.external_id, bookVersion: row.book_version, discountMinor: row.discount_minor, taxMinor: row.tax_minor,
  totalMinor: row.total_minor, status: row.status as OrderHead['status'], businessDate: String(row.business_date), placedAt: row.placed_at, statusToken: row.status_token,
  basket: row.basket as OrderHead['basket'], quote: row.quote as OrderHead['quote'],
});

const toLine = (row: LineRow): OrderLine => ({
  id: row.id, line: row.line, variantId: row.variant_id, sku: row.sku, title: row.title, quantityMilli: row.quantity_milli, cancelledMilli: row.cancelled_milli,
  fulfilledMilli: row.fulfilled_milli, returnedMilli: row.returned_milli, listUnitMinor: row.list_unit_minor, discountMinor: row.discount_minor, taxMinor: row.tax_minor,
  totalMinor: row.total_minor, taxRateBasisPoints: row.tax_rate_basis_points, units: row.units as OrderLine['units'], externalId: row.external_id, serialNumbers: row.serial_numbers, ...(row.unit === 'piece' ? {} : { unit: row.unit as OrderLine['unit'] }),
  ...(row.weight_milli === null ? {} : { weightMilli: row.weight_milli }),
});
