import { Injectable } from '@nestjs/common';
import { type Database, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface NewReturn {
  id: string;
  orderId: string;
  locationId: string;
  deviceId: string | null;
  shiftId: string | null;
  refundMinor: number;
  taxMinor: number;
  currency: string;
  actor: string;
  businessDate: string;
  receivedAt: Date;
  lines: { orderLineId: string; variantId: string; sku: string; quantityMilli: number; reason: string; disposition: string; refundMinor: number; taxMinor: number; units: number[]; serials?: readonly string[] }[];
}

/** Rows of return_order, its lines, and the units that came back: their key is why none is refunded twice. */
@Injectable()
export class ReturnRepository {
  /** Numbers of the units of these lines that came back before. */
  async returnedUnits(database: Database | Tx, orderLineIds: string[]): Promise<Map<string, number[]>> {
    const byLine = new Map<string, number[]>();
    if (orderLineIds.length === 0) return byLine;
    const rows = await database.selectFrom('returned_unit').select(['order_line_id', 'unit']).where('order_line_id', 'in', orderLineIds).orderBy('unit').execute();
    for (const row of rows) byLine.set(row.order_line_id, [...(byLine.get(row.order_line_id) ?? []), row.unit]);
    return byLine;
  }

  /** The pieces of these lines that came back before. */
  async returnedSerials(database: Database | Tx, orderLineIds: string[]): Promise<Map<string, string[]>> {
    const byLine = new Map<string, string[]>();
    if (orderLineIds.length === 0) return byLine;
    const rows = await database.selectFrom('return_line').select(['order_line_id', 'serial_numbers']).where('order_line_id', 'in', orderLineIds).execute();
    for (const row of rows) byLine.set(row.order_line_id, [...(byLine.get(row.order_line_id) ?? []), ...row.serial_numbers]);
    return byLine;
  }

  /** False when a unit of it came back with another return. The number is the order's with a count behind. */
  async insert(tx: Tx, one: NewReturn, orderNumber: string): Promise<string | null> {
    const units = one.lines.flatMap((line) => line.units.map((unit) => ({ order_line_id: line.orderLineId, unit, return_id: one.id })));
    const written = await tx.insertInto('returned_unit').values(units).onConflict((conflict) => conflict.doNothing()).returning('unit').execute();
    if (written.length < units.length) return null;
    const { count } = await tx.selectFrom('return_order').select((eb) => eb.fn.countAll<number>().as('count')).where('order_id', '=', one.orderId).executeTakeFirstOrThrow();
    const number = `${orderNumber}-R${Number(count) + 1}`;
    await tx.insertInto('return_order').values({
      id: one.id, number, order_id: one.orderId, location_id: one.locationId, device_id: one.deviceId, shift_id: one.shiftId, status: 'received', refund_minor: one.refundMinor,
      tax_minor: one.taxMinor, currency: one.currency, actor: one.actor, business_date: one.businessDate, received_at: one.receivedAt,
    }).execute();
    await tx.insertInto('return_line').values(one.lines.map((line) => ({
      id: newId(), return_id: one.id, order_line_id: line.orderLineId, variant_id: line.variantId, sku: line.sku, quantity_milli: line.quantityMilli, reason: line.reason,
      disposition: line.disposition, refund_minor: line.refundMinor, tax_minor: line.taxMinor, serial_numbers: [...(line.serials ?? [])],
    }))).execute();
    return number;
  }

  async lock(tx: Tx, returnId: string): Promise<void> {
    await tx.selectFrom('return_order').select('id').where('id', '=', returnId).forUpdate().execute();
  }

  /** refunded: nothing of it is on its way, and nothing failed. */
  async settle(tx: Tx, returnId: string, refunds: string[]): Promise<void> {
    await tx.updateTable('return_order').set({ status: refunds.every((status) => status === 'succeeded') ? 'refunded' : 'received' }).where('id', '=', returnId).execute();
  }

  async answerOf(tx: Tx, returnId: string): Promise<{ orderId: string } | null> {
    const row = await tx.selectFrom('return_order').select('order_id').where('id', '=', returnId).executeTakeFirst();
    return row ? { orderId: row.order_id } : null;
  }

  async ofShift(database: Database | Tx, shiftId: string): Promise<{ id: string; orderId: string; refundMinor: number; taxMinor: number }[]> {
    const { rows } = await sql<{ id: string; orderId: string; refundMinor: number; taxMinor: number }>`
      SELECT id, order_id AS "orderId", refund_minor AS "refundMinor", tax_minor AS "taxMinor" FROM return_order WHERE shift_id = ${shiftId}`.execute(database);
    return rows;
  }
}
