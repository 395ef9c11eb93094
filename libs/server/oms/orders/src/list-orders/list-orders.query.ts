import { Inject, Injectable } from '@nestjs/common';
import type { OrderListItem, OrderListPage, OrderListQuery } from '@oneshelf/contracts';
import { displayStatus, type OrderStatus } from '@oneshelf/domain-orders';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { OrderFacets } from '../show-order/order-facets';

interface Row {
  id: string; number: string; channelCode: string; fulfilmentKind: OrderListItem['fulfilmentKind']; customerName: string; currency: string; totalMinor: number; placedAt: Date; status: OrderStatus;
  quantityMilli: number; cancelledMilli: number; fulfilledMilli: number; returnedMilli: number;
}

/** Orders of all channels, newest first. Two statements whatever the length of the page. */
@Injectable()
export class ListOrders {
  constructor(
    private readonly facets: OrderFacets,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run({ channel, status, q, cursor, limit }: OrderListQuery): Promise<OrderListPage> {
    const after = cursor ? afterCursor(cursor) : sql`true`;
    const { rows } = await sql<Row>`
      SELECT o.id, o.number, o.channel_code AS "channelCode", o.fulfilment_kind AS "fulfilmentKind", o.customer_name AS "customerName", o.currency, o.total_minor AS "totalMinor", o.placed_at AS "placedAt", o.status, s.*
      FROM sales_order o JOIN LATERAL (
        SELECT sum(quantity_milli)::int8 AS "quantityMilli", sum(cancelled_milli)::int8 AS "cancelledMilli", sum(fulfilled_milli)::int8 AS "fulfilledMilli", sum(returned_milli)::int8 AS "returnedMilli"
        FROM order_line WHERE order_id = o.id) s ON true
      WHERE ${channel ? sql`o.channel_code = ${channel}` : sql`true`} AND ${status ? GROUP[status] : sql`true`} AND ${q ? found(q) : sql`true`} AND ${after}
      ORDER BY o.placed_at DESC, o.id DESC LIMIT ${limit + 1}`.execute(this.database);
    const shown = rows.slice(0, limit);
    const parts = await this.facets.parts.partsOf(shown.map((row) => row.id));
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id, number: row.number, channelCode: row.channelCode, fulfilmentKind: row.fulfilmentKind, customerName: row.customerName, currency: row.currency, totalMinor: row.totalMinor,
        // In a list the status of the order says enough about its payment.
        displayStatus: displayStatus({ status: row.status, lines: [row], paymentCoverage: row.status === 'placed' ? 'full' : 'none', fulfilmentOrders: parts.get(row.id) ?? [] }),
        unitCount: row.quantityMilli / 1000, placedAt: row.placedAt.toISOString(),
      })),
      nextCursor: rows.length > limit && last ? `${last.placedAt.toISOString()}_${last.id}` : null,
    };
  }
}

const GROUP: Record<NonNullable<OrderListQuery['status']>, RawBuilder<boolean>> = {
  awaiting_payment: sql`o.status = 'pending_payment'`,
  cancelled: sql`o.status = 'cancelled'`,
  open: sql`o.status = 'placed' AND s."quantityMilli" > s."cancelledMilli" + s."fulfilledMilli"`,
  done: sql`o.status = 'placed' AND s."quantityMilli" = s."cancelledMilli" + s."fulfilledMilli"`,
};

function found(q: string): RawBuilder<boolean> {
  const start = `${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(o.number ILIKE ${start} OR o.customer_email ILIKE ${start} OR o.customer_name ILIKE ${`%${start}`} OR (o.status_token IS NULL AND o.external_id ILIKE ${start}))`;
}

/** A cursor that is none starts at the beginning. */
function afterCursor(cursor: string): RawBuilder<boolean> {
  const [at = '', id = ''] = cursor.split('_');
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id) ? sql`true` : sql`(o.placed_at, o.id) < (${at}::timestamptz, ${id}::uuid)`;
}
