import { Injectable } from '@nestjs/common';
import { type Actor, newId, recordAudit, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { PurchaseOrder, PurchaseOrderLine } from './purchase-order';

export interface OrderEvent {
  actor: Actor;
  kind: 'created' | 'edited' | 'sent' | 'received' | 'closed' | 'cancelled' | 'landed_cost';
  details: Record<string, unknown>;
}

/** Rows of the orders and their lines. The order's row is the lock of all that belongs to it. */
@Injectable()
export class PurchaseOrderRepository {
  /** The order, locked until the transaction ends; null: there is none. */
  async lock(tx: Tx, id: string): Promise<PurchaseOrder | null> {
    const { rows } = await sql<Omit<PurchaseOrder, 'lines'>>`
      SELECT id, number, market_code AS "marketCode", supplier_id AS "supplierId", location_id AS "locationId", currency, rate_millionths AS "rateMillionths", status,
        expected_on AS "expectedOn", note, version FROM purchase_order WHERE id = ${id}::uuid FOR UPDATE`.execute(tx);
    const order = rows[0];
    return order ? { ...order, lines: await this.lines(tx, id) } : null;
  }

  /** Two who make the order of one id at once come one after the other. */
  async claim(tx: Tx, id: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('purchase_order:' || ${id}::text, 0))`.execute(tx);
  }

  /** The next number of a market: they have no gap, because the order is written in the same transaction. */
  async nextNumber(tx: Tx, marketCode: string): Promise<string> {
    const { last } = await tx
      .insertInto('purchase_order_number').values({ market_code: marketCode, last: 1 })
      .onConflict((conflict) => conflict.column('market_code').doUpdateSet({ last: sql`purchase_order_number.last + 1` }))
      .returning('last').executeTakeFirstOrThrow();
    return `PO-${marketCode}-${String(last).padStart(6, '0')}`;
  }

  async insert(tx: Tx, order: Omit<PurchaseOrder, 'lines' | 'version'>, createdBy: string): Promise<void> {
    await tx.insertInto('purchase_order').values({
      id: order.id, number: order.number, market_code: order.marketCode, supplier_id: order.supplierId, location_id: order.locationId, currency: order.currency,
      rate_millionths: order.rateMillionths, status: order.status, expected_on: order.expectedOn, note: order.note, created_by: createdBy,
    }).execute();
  }

  /** Writes what changed of the head; the version grows by one. */
  async update(tx: Tx, order: PurchaseOrder, times: { sentAt?: Date; endedAt?: Date } = {}): Promise<void> {
    await tx.updateTable('purchase_order').set({
      supplier_id: order.supplierId, location_id: order.locationId, market_code: order.marketCode, currency: order.currency, rate_millionths: order.rateMillionths, status: order.status,
      expected_on: order.expectedOn, note: order.note, version: sql`version + 1`, ...(times.sentAt ? { sent_at: times.sentAt } : {}), ...(times.endedAt ? { ended_at: times.endedAt } : {}),
    }).where('id', '=', order.id).execute();
  }

  /** Puts these lines in the place of the order's; a line keeps its id by its product. */
  async writeLines(tx: Tx, orderId: string, lines: readonly PurchaseOrderLine[]): Promise<void> {
    await sql`DELETE FROM purchase_order_line WHERE order_id = ${orderId}::uuid AND NOT (variant_id = ANY(${lines.map((line) => line.variantId)}::uuid[]))`.execute(tx);
    if (lines.length === 0) return;
    await tx.insertInto('purchase_order_line').values(lines.map((line, position) => ({
      id: line.id, order_id: orderId, position, variant_id: line.variantId, supplier_code: line.supplierCode, ordered_milli: line.orderedMilli, pack_milli: line.packMilli,
      unit_cost_minor: line.unitCostMinor, expected_on: line.expectedOn, received_milli: line.receivedMilli, damaged_milli: line.damagedMilli, checked_milli: line.checkedMilli, closed_milli: line.closedMilli,
    }))).onConflict((conflict) => conflict.columns(['order_id', 'variant_id']).doUpdateSet((excluded) => ({
      position: excluded.ref('excluded.position'), supplier_code: excluded.ref('excluded.supplier_code'), ordered_milli: excluded.ref('excluded.ordered_milli'), pack_milli: excluded.ref('excluded.pack_milli'),
      unit_cost_minor: excluded.ref('excluded.unit_cost_minor'), expected_on: excluded.ref('excluded.expected_on'), received_milli: excluded.ref('excluded.received_milli'),
      damaged_milli: excluded.ref('excluded.damaged_milli'), checked_milli: excluded.ref('excluded.checked_milli'), closed_milli: excluded.ref('excluded.closed_milli'),
    }))).execute();
  }

  /** What happened, for the order's own history and for the house's. */
  async record(tx: Tx, order: { id: string; locationId: string }, { actor, kind, details }: OrderEvent): Promise<void> {
    await sql`
      INSERT INTO purchase_order_event (order_id, number, kind, actor, details)
      SELECT ${order.id}::uuid, coalesce(max(number), 0) + 1, ${kind}, ${actor.name}, ${JSON.stringify(details)}::jsonb FROM purchase_order_event WHERE order_id = ${order.id}::uuid`.execute(tx);
    await recordAudit(tx, { actor, action: kind, subject: 'purchase_order', subjectId: order.id, locationId: order.locationId, after: details });
  }

  private async lines(tx: Tx, orderId: string): Promise<PurchaseOrderLine[]> {
    const { rows } = await sql<PurchaseOrderLine>`
      SELECT id, variant_id AS "variantId", supplier_code AS "supplierCode", ordered_milli AS "orderedMilli", pack_milli AS "packMilli", unit_cost_minor AS "unitCostMinor", expected_on AS "expectedOn",
        received_milli AS "receivedMilli", damaged_milli AS "damagedMilli", checked_milli AS "checkedMilli", closed_milli AS "closedMilli"
      FROM purchase_order_line WHERE order_id = ${orderId}::uuid ORDER BY position`.execute(tx);
    return rows;
  }
}

/** A line that nothing came for yet. */
export const newLine = (line: Pick<PurchaseOrderLine, 'variantId' | 'supplierCode' | 'orderedMilli' | 'packMilli' | 'unitCostMinor' | 'expectedOn'>): PurchaseOrderLine => ({ ...line, id: newId(), receivedMilli: 0, damagedMilli: 0, checkedMilli: 0, closedMilli: 0 });
