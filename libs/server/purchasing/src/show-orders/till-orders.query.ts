import { Inject, Injectable } from '@nestjs/common';
import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { OrderLinesQuery } from './order-lines.query';

/** More than a store waits for at once. */
const MOST = 100;

/** What a store waits for, without what it costs. */
@Injectable()
export class TillOrdersQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly orderLines: OrderLinesQuery,
  ) {}

  async at(locationId: string, { today, orderId }: { today: string; orderId?: string }): Promise<TillPurchaseOrder[]> {
    const { rows } = await sql<Omit<TillPurchaseOrder, 'lines' | 'isOverdue'>>`
      SELECT o.id, o.number, s.name AS "supplierName", o.expected_on AS "expectedOn", o.version, o.status FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id
      WHERE o.location_id = ${locationId}::uuid AND o.status IN ('sent', 'partly_received') ${orderId ? sql`AND o.id = ${orderId}::uuid` : sql``}
      ORDER BY o.expected_on NULLS LAST, o.number LIMIT ${MOST}`.execute(this.database);
    const lines = await this.orderLines.of(rows.map((row) => row.id));
    return rows.map((row) => ({
      ...row, isOverdue: row.expectedOn !== null && row.expectedOn < today,
      lines: (lines.get(row.id) ?? []).map(({ id, variantId, sku, title, variantTitle, barcodes, supplierCode, packMilli, orderedMilli, receivedMilli, openMilli, trackedBy, usualWeightGrams }) => ({ id, variantId, sku, title, variantTitle, barcodes, supplierCode, packMilli, orderedMilli, receivedMilli, openMilli, trackedBy, usualWeightGrams })),
    }));
  }
}
