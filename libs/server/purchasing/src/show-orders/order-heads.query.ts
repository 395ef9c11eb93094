import { Inject, Injectable } from '@nestjs/common';
import type { PurchaseOrderHead, PurchaseOrderListPage, PurchaseOrderListQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type RawBuilder, sql } from 'kysely';

type HeadRow = Omit<PurchaseOrderHead, 'locationName' | 'marketCurrency' | 'createdAt' | 'sentAt'> & { createdAt: Date; sentAt: Date | null; version: number; note: string };

/** Orders as a list shows them, the newest first. */
@Injectable()
export class OrderHeadsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** `locationIds`: those that the reader may see; null: all. `today`: YYYY-MM-DD. */
  async list({ view, supplier, location, q, cursor, limit }: PurchaseOrderListQuery, { locationIds, today }: { locationIds: string[] | null; today: string }): Promise<PurchaseOrderListPage> {
    const part = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const where = sql.join([
      viewOf[view](today),
      supplier ? sql`o.supplier_id = ${supplier}::uuid` : sql`true`,
      location ? sql`o.location_id = ${location}::uuid` : sql`true`,
      locationIds ? sql`o.location_id = ANY(${locationIds}::uuid[])` : sql`true`,
      part ? sql`(o.number ILIKE ${part} OR s.name ILIKE ${part} OR o.id IN (SELECT order_id FROM goods_receipt WHERE id::text = ${q}))` : sql`true`,
      cursor ? sql`(o.created_at, o.id) < (SELECT created_at, id FROM purchase_order WHERE id = ${cursor}::uuid)` : sql`true`,
    ], sql` AND `);
    const rows = await this.rows(where, { limit: limit + 1, today });
    return { items: rows.slice(0, limit).map(({ version: _version, note: _note, ...head }) => head), nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  }

  async one(id: string, today: string): Promise<(PurchaseOrderHead & { version: number; note: string }) | null> {
    return (await this.rows(sql`o.id = ${id}::uuid`, { limit: 1, today }))[0] ?? null;
  }

  private async rows(where: RawBuilder<unknown>, { limit, today }: { limit: number; today: string }) {
    const { rows } = await sql<HeadRow>`
      SELECT o.id, o.number, o.status, o.market_code AS "marketCode", o.supplier_id AS "supplierId", s.name AS "supplierName", o.location_id AS "locationId", o.currency, o.rate_millionths AS "rateMillionths",
        o.expected_on AS "expectedOn", ${overdue(today)} AS "isOverdue", coalesce(l.total, 0)::int8 AS "totalMinor", coalesce(l.ordered, 0)::int8 AS "orderedMilli", coalesce(l.received, 0)::int8 AS "receivedMilli",
        CASE WHEN o.status IN ('sent', 'partly_received') THEN coalesce(l.open, 0) ELSE 0 END::int8 AS "openMilli", o.created_at AS "createdAt", o.created_by AS "createdBy", o.sent_at AS "sentAt", o.version, o.note
      FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id
      LEFT JOIN LATERAL (
        SELECT sum(round(unit_cost_minor * ordered_milli / 1000.0)) AS total, sum(ordered_milli) AS ordered, sum(received_milli) AS received, sum(greatest(0, ordered_milli - received_milli - closed_milli)) AS open
        FROM purchase_order_line WHERE order_id = o.id) l ON true
      WHERE ${where} ORDER BY o.created_at DESC, o.id DESC LIMIT ${limit}`.execute(this.database);
    const { locations, markets } = await this.organisation.read();
    return rows.map((row) => ({ ...row, locationName: locations.get(row.locationId)?.name ?? '', marketCurrency: markets.get(row.marketCode)?.currency ?? row.currency, createdAt: row.createdAt.toISOString(), sentAt: row.sentAt?.toISOString() ?? null }));
  }
}

/** Something of it is still to come, and its day is over. */
const overdue = (today: string) => sql`(o.status IN ('sent', 'partly_received') AND EXISTS (
  SELECT FROM purchase_order_line d WHERE d.order_id = o.id AND d.ordered_milli > d.received_milli + d.closed_milli AND coalesce(d.expected_on, o.expected_on) < ${today}::date))`;

const viewOf: Record<PurchaseOrderListQuery['view'], (today: string) => RawBuilder<unknown>> = {
  all: () => sql`true`,
  draft: () => sql`o.status = 'draft'`,
  open: () => sql`o.status IN ('sent', 'partly_received')`,
  overdue,
  done: () => sql`o.status IN ('received', 'closed_short', 'cancelled')`,
};
