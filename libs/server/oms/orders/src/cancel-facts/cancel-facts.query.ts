import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** Ends of orders that were never paid: nothing was promised yet, so nothing was cancelled. */
const NEVER_PAID = ['payment_cancelled', 'not_paid_in_time'];
/** How an order ends that was cancelled where it was placed, by its buyer as a rule. */
const CANCELLED_THERE = 'cancelled at Amazon';

export interface CancelRate {
  channelCode: string;
  orders: number;
  /** Of them, cancelled by us before anything left the house, as a whole or in units that no place had. */
  cancelled: number;
}

export interface CancelledOrder {
  id: string;
  number: string;
  channelCode: string;
  placedAt: Date;
  cancelledAt: Date;
  /** What whoever cancelled wrote; empty: a pick found too few units and no other place had them. */
  reason: string;
}

/**
 * Orders of shoppers at a distance that we cancelled before they were fulfilled. A sale over the counter is fulfilled as it
 * is made, so it does not count; nor does an order that was never paid, or that was cancelled where it was placed.
 */
@Injectable()
export class CancelFacts {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async rates(since: Date): Promise<CancelRate[]> {
    const { rows } = await sql<CancelRate>`
      SELECT o.channel_code AS "channelCode", count(*)::int AS orders, count(ours.at)::int AS cancelled
      FROM sales_order o LEFT JOIN LATERAL (${ours()}) ours ON true WHERE ${counts(since)} GROUP BY 1 ORDER BY 1`.execute(this.database);
    return rows;
  }

  /** The orders behind it, the newest first. */
  async orders(since: Date, { channelCode, take }: { channelCode?: string | undefined; take: number }): Promise<CancelledOrder[]> {
    const { rows } = await sql<CancelledOrder>`
      SELECT o.id, o.number, o.channel_code AS "channelCode", o.placed_at AS "placedAt", ours.at AS "cancelledAt", ours.reason
      FROM sales_order o JOIN LATERAL (${ours()}) ours ON true WHERE ${counts(since)} AND (${channelCode ?? null}::text IS NULL OR o.channel_code = ${channelCode ?? null}::text)
      ORDER BY o.placed_at DESC, o.id DESC LIMIT ${take}`.execute(this.database);
    return rows;
  }
}

const ours = () => sql`
  SELECT e.occurred_at AS at, CASE WHEN e.kind = 'cancelled' THEN coalesce(e.data ->> 'reason', '') ELSE '' END AS reason FROM order_event e
  WHERE e.order_id = o.id AND ((e.kind = 'cancelled' AND coalesce(e.data ->> 'reason', '') <> ${CANCELLED_THERE}) OR (e.kind = 'units_unavailable' AND e.data ? 'locationId'))
  ORDER BY e.occurred_at LIMIT 1`;

const counts = (since: Date) => sql`o.placed_at >= ${since} AND o.fulfilment_kind <> 'carry_out' AND o.status <> 'pending_payment' AND NOT (o.status = 'cancelled' AND EXISTS (
  SELECT FROM order_event e WHERE e.order_id = o.id AND (e.kind = 'payment_declined' OR (e.kind = 'cancelled' AND e.data ->> 'reason' = ANY(${NEVER_PAID}::text[])))))`;
