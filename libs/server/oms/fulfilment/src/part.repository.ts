import type { RoutingNote } from '@oneshelf/contracts';
import type { RouteVerdict } from '@oneshelf/domain-routing';
import { Injectable } from '@nestjs/common';
import type { FulfilmentKind, FulfilmentStatus } from '@oneshelf/domain-orders';
import { type Database, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface PartLine {
  id: string;
  orderLineId: string;
  variantId: string;
  sku: string;
  title: string;
  quantityMilli: number;
  pickedMilli: number;
  shortMilli: number;
}

/** A fulfilment order: what one location hands over or ships together. */
export interface Part {
  id: string;
  orderId: string;
  orderNumber: string;
  locationId: string;
  kind: FulfilmentKind;
  status: FulfilmentStatus;
  customerName: string;
  shelf: string | null;
  /** The sentences, the trace that they were made of, and what happened beside it. Older parts have fewer of them. */
  routing: { because: string[]; trace?: RouteVerdict[]; notes?: RoutingNote[] };
  pickedBy: string | null;
  tracking: { carrier: string; trackingNumber: string } | null;
  dueAt: Date;
  createdAt: Date;
  readyAt: Date | null;
  completedAt: Date | null;
  lines: PartLine[];
}

export interface NewPart extends Pick<Part, 'orderId' | 'orderNumber' | 'locationId' | 'kind' | 'customerName' | 'dueAt'> {
  routing: object;
  lines: Pick<PartLine, 'orderLineId' | 'variantId' | 'sku' | 'title' | 'quantityMilli'>[];
}

/** Rows of fulfilment_order with their lines. */
@Injectable()
export class PartRepository {
  async insert(tx: Tx, parts: NewPart[]): Promise<string[]> {
    if (parts.length === 0) return [];
    const withIds = parts.map((part) => ({ ...part, id: newId() }));
    await tx.insertInto('fulfilment_order').values(withIds.map((part) => ({
      id: part.id, order_id: part.orderId, order_number: part.orderNumber, location_id: part.locationId, kind: part.kind, status: 'to_pick', customer_name: part.customerName,
      routing: JSON.stringify(part.routing), due_at: part.dueAt,
    }))).execute();
    await tx.insertInto('fulfilment_order_line').values(withIds.flatMap((part) => part.lines.map((line) => ({
      id: newId(), fulfilment_order_id: part.id, order_line_id: line.orderLineId, variant_id: line.variantId, sku: line.sku, title: line.title, quantity_milli: line.quantityMilli,
    })))).execute();
    return withIds.map((part) => part.id);
  }

  async byId(database: Database | Tx, id: string): Promise<Part | null> {
    return (await this.read(database, [id], 'id'))[0] ?? null;
  }

  byOrders(database: Database | Tx, orderIds: string[]): Promise<Part[]> {
    return this.read(database, orderIds, 'order_id');
  }

  /** Parts of a location in these statuses, first due first. */
  async open(database: Database, where: { locationId: string; kind: FulfilmentKind; statuses: FulfilmentStatus[] }): Promise<Part[]> {
    const ids = await database.selectFrom('fulfilment_order').select('id').where('location_id', '=', where.locationId).where('kind', '=', where.kind).where('status', 'in', where.statuses).orderBy('due_at').limit(200).execute();
    return this.read(database, ids.map((row) => row.id), 'id');
  }

  /** Moves the status, guarded by the one before. */
  async move(tx: Tx, id: string, step: { from: FulfilmentStatus[]; to: FulfilmentStatus; shelf?: string; pickedBy?: string; tracking?: object }): Promise<boolean> {
    const result = await tx.updateTable('fulfilment_order')
      .set({
        status: step.to,
        ...(step.shelf === undefined ? {} : { shelf: step.shelf }), ...(step.pickedBy === undefined ? {} : { picked_by: step.pickedBy }),
        ...(step.tracking === undefined ? {} : { tracking: JSON.stringify(step.tracking) }),
        ...(step.to === 'ready' ? { ready_at: sql<Date>`now()` } : {}), ...(step.to === 'handed_over' || step.to === 'shipped' ? { completed_at: sql<Date>`now()` } : {}),
      })
      .where('id', '=', id).where('status', 'in', step.from).executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async cancelOfOrder(tx: Tx, orderId: string): Promise<void> {
    await tx.updateTable('fulfilment_order').set({ status: 'cancelled' }).where('order_id', '=', orderId).where('status', 'in', ['to_pick', 'picking', 'ready']).execute();
  }

  /** Sets what was picked and adds what is short; the CHECK holds picked + short ≤ quantity. */
  async count(tx: Tx, lines: { lineId: string; pickedMilli?: number; shortMilli?: number }[]): Promise<void> {
    for (const line of lines) {
      await tx.updateTable('fulfilment_order_line')
        .set({ ...(line.pickedMilli === undefined ? {} : { picked_milli: line.pickedMilli }), ...(line.shortMilli === undefined ? {} : { short_milli: sql<number>`short_milli + ${line.shortMilli}` }) })
        .where('id', '=', line.lineId).execute();
    }
  }

  private async read(database: Database | Tx, ids: string[], column: 'id' | 'order_id'): Promise<Part[]> {
    if (ids.length === 0) return [];
    const rows = await database.selectFrom('fulfilment_order').selectAll().where(column, 'in', ids).orderBy('due_at').orderBy('id').execute();
    if (rows.length === 0) return [];
    const lines = await database.selectFrom('fulfilment_order_line').selectAll().where('fulfilment_order_id', 'in', rows.map((row) => row.id)).orderBy('id').execute();
    return rows.map((row) => ({
      id: row.id, orderId: row.order_id, orderNumber: row.order_number, locationId: row.location_id, kind: row.kind as FulfilmentKind, status: row.status as FulfilmentStatus,
      customerName: row.customer_name, shelf: row.shelf, routing: row.routing as Part['routing'], pickedBy: row.picked_by, tracking: row.tracking as Part['tracking'],
      dueAt: row.due_at, createdAt: row.created_at, readyAt: row.ready_at, completedAt: row.completed_at,
      lines: lines.filter((line) => line.fulfilment_order_id === row.id).map((line) => ({
        id: line.id, orderLineId: line.order_line_id, variantId: line.variant_id, sku: line.sku, title: line.title, quantityMilli: line.quantity_milli, pickedMilli: line.picked_milli, shortMilli: line.short_milli,
      })),
    }));
  }
}
