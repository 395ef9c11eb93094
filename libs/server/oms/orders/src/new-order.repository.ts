import { Injectable } from '@nestjs/common';
import type { FulfilmentKind, QuantityUnit } from '@oneshelf/contracts';
import type { Quote } from '@oneshelf/domain-pricing';
import { newId, PREPARED, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { hashOfToken, receiptToken } from './show-receipt/receipt-token';
import type { NewEvent } from './order.repository';

export interface NewOrder {
  id: string;
  /** A till's receipt number, or one of OrderNumbers; null: the next number of the market's day, whose counter is then held until the transaction ends. */
  number: string | null;
  channelCode: string;
  marketCode: string;
  fulfilmentKind: FulfilmentKind;
  pickupLocationId: string | null;
  soldAtLocationId: string | null;
  customerId: string | null;
  customerName: string;
  customerEmail: string | null;
  shippingAddress: object | null;
  collectionCode: string | null;
  /** Makes the order unique in its channel: the shopper's idempotency key, or the marketplace's order id. */
  externalId: string | null;
  basket: object;
  quote: Quote;
  status: 'pending_payment' | 'placed';
  businessDate: string;
  placedAt: Date;
  statusToken: string | null;
  /** With the id it makes the token of the receipt's public page; null: it has none. */
  receiptSecret: string | null;
  /** Ids of the lines, in the order of the quote's lines, with what is shown of them. */
  lines: { id: string; sku: string; title: string; unit?: QuantityUnit; externalId?: string | null; fulfilledMilli?: number; serialNumbers?: readonly string[] }[];
  event: NewEvent;
}

/** Writes a new order. */
@Injectable()
export class NewOrderRepository {
  /**
   * Number, order, lines and first event in one statement. Answers the number, or null when the channel has an order
   * with this external id (or a sale with this id) already; then nothing was written.
   * Call this last: without a number it holds the counter's row until the transaction ends.
   */
  async insert(tx: Tx, order: NewOrder): Promise<string | null> {
    const { quote } = order;
    const numbered = order.number === null
      ? sql`INSERT INTO order_number AS n (market_code, day, last) VALUES (${order.marketCode}, ${order.businessDate}, 1)
            ON CONFLICT (market_code, day) DO UPDATE SET last = n.last + 1
            RETURNING ${`${order.marketCode}-${order.businessDate.slice(2).replaceAll('-', '')}-`}::text || lpad(last::text, greatest(4, length(last::text)), '0') AS number`
      : sql`SELECT ${order.number}::text AS number`;
    const lines = JSON.stringify(quote.lines.map((line, index) => ({ ...line, trace: undefined, ...order.lines[index], line: index + 1 })));
    const { rows } = await sql<{ number: string }>`${PREPARED}
      WITH numbered AS (${numbered}),
      placed AS (
        INSERT INTO sales_order (id, number, channel_code, market_code, currency, fulfilment_kind, pickup_location_id, sold_at_location_id, customer_id, customer_name, customer_email,
          shipping_address, collection_code, external_id, basket, quote, book_version, discount_minor, tax_minor, total_minor, status, business_date, placed_at, status_token)
        SELECT ${order.id}::uuid, number, ${order.channelCode}, ${order.marketCode}, ${quote.currency}, ${order.fulfilmentKind}, ${order.pickupLocationId}::uuid, ${order.soldAtLocationId}::uuid,
          ${order.customerId}::uuid, ${order.customerName}, ${order.customerEmail}, ${order.shippingAddress === null ? null : JSON.stringify(order.shippingAddress)}::jsonb, ${order.collectionCode},
          ${order.externalId}, ${JSON.stringify(order.basket)}::jsonb, ${JSON.stringify(quote)}::jsonb, ${quote.bookVersion}, ${quote.discountMinor}::int8, ${quote.taxMinor}::int8, ${quote.totalMinor}::int8,
          ${order.status}, ${order.businessDate}::date, ${order.placedAt}::timestamptz, ${order.statusToken}
        FROM numbered ON CONFLICT DO NOTHING RETURNING id, number),
      written AS (
        INSERT INTO order_line (id, order_id, line, variant_id, sku, title, quantity_milli, fulfilled_milli, list_unit_minor, discount_minor, tax_minor, total_minor, tax_rate_basis_points, units, external_id, unit, serial_numbers, weight_milli)
        SELECT l.id, placed.id, l.line, l."variantId", l.sku, l.title, l."quantityMilli", coalesce(l."fulfilledMilli", 0), l."listUnitMinor", l."discountMinor", l."taxMinor", l."totalMinor", l."taxRateBasisPoints", l.units, l."externalId", coalesce(l.unit, 'piece'), coalesce(l."serialNumbers", '{}'), l."weightMilli"
        FROM placed, jsonb_to_recordset(${lines}::jsonb) AS l (id uuid, line int, "variantId" uuid, sku text, title text, "quantityMilli" int8, "fulfilledMilli" int8, "listUnitMinor" int8, "discountMinor" int8,
          "taxMinor" int8, "totalMinor" int8, "taxRateBasisPoints" int, units jsonb, "externalId" text, unit text, "serialNumbers" text[], "weightMilli" int8)),
      linked AS (
        INSERT INTO receipt_link (token_hash, order_id) SELECT ${linkOf(order)}, id FROM placed WHERE ${order.receiptSecret !== null} ON CONFLICT DO NOTHING),
      told AS (
        INSERT INTO order_event (id, order_id, kind, actor, data, occurred_at)
        SELECT ${newId()}::uuid, id, ${order.event.kind}, ${order.event.actor}, ${JSON.stringify(order.event.data ?? {})}::jsonb, ${order.placedAt}::timestamptz FROM placed)
      SELECT number FROM placed`.execute(tx);
    return rows[0]?.number ?? null;
  }
}

const linkOf = ({ id, receiptSecret }: NewOrder): string => (receiptSecret === null ? '' : hashOfToken(receiptToken({ orderId: id, secret: receiptSecret })));
