import type { TransferLine, TransferStatus } from '@oneshelf/domain-inventory';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface StoredTransfer {
  id: string;
  number: string;
  status: TransferStatus;
  fromLocationId: string;
  toLocationId: string;
  expectedAt: Date | null;
  lines: (TransferLine & { variantId: string })[];
}

export interface NewTransfer {
  id: string;
  number: string;
  status: 'requested' | 'approved';
  fromLocationId: string;
  toLocationId: string;
  note: string;
  expectedAt: Date | null;
  requestedBy: string;
  approvedBy: string | null;
  lines: { id: string; variantId: string; quantityMilli: number }[];
}

interface Step {
  from: TransferStatus;
  to: TransferStatus;
  approvedBy?: string;
  shippedBy?: string;
}

/** Transfers and their lines. Who changes one holds its row. */
@Injectable()
export class TransferRepository {
  async create(tx: Tx, { lines, ...transfer }: NewTransfer): Promise<void> {
    await tx.insertInto('transfer').values({
      id: transfer.id, number: transfer.number, status: transfer.status, from_location_id: transfer.fromLocationId, to_location_id: transfer.toLocationId,
      note: transfer.note, expected_at: transfer.expectedAt, requested_by: transfer.requestedBy, approved_by: transfer.approvedBy,
    }).execute();
    await sql`
      INSERT INTO transfer_line (id, transfer_id, position, variant_id, requested_milli)
      SELECT id, ${transfer.id}::uuid, position - 1, variant_id, quantity FROM unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.quantityMilli)}::int8[])
        WITH ORDINALITY AS given (id, variant_id, quantity, position)`.execute(tx);
  }

  /** The transfer with its lines, held until the transaction ends. Statements: 2. */
  async lock(tx: Tx, id: string): Promise<StoredTransfer | undefined> {
    const row = await tx.selectFrom('transfer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) return undefined;
    const lines = await tx.selectFrom('transfer_line').selectAll().where('transfer_id', '=', id).orderBy('position').execute();
    return {
      id: row.id, number: row.number, status: row.status as TransferStatus, fromLocationId: row.from_location_id, toLocationId: row.to_location_id, expectedAt: row.expected_at,
      lines: lines.map((line) => ({
        lineId: line.id, variantId: line.variant_id, requestedMilli: line.requested_milli, shippedMilli: line.shipped_milli,
        receivedMilli: line.received_milli, damagedMilli: line.damaged_milli, missingMilli: line.missing_milli, surplusMilli: line.surplus_milli,
      })),
    };
  }

  /** False where it is not in the state that the caller saw. */
  async move(tx: Tx, id: string, { from, to, approvedBy, shippedBy }: Step): Promise<boolean> {
    const now = sql<Date>`clock_timestamp()`;
    const moved = await tx.updateTable('transfer')
      .set({ status: to, ...(approvedBy === undefined ? {} : { approved_by: approvedBy }), ...(shippedBy === undefined ? {} : { shipped_by: shippedBy, shipped_at: now }), ...(to === 'received' || to === 'cancelled' ? { closed_at: now } : {}) })
      .where('id', '=', id).where('status', '=', from).returning('id').executeTakeFirst();
    return moved !== undefined;
  }

  async writeLines(tx: Tx, lines: readonly TransferLine[]): Promise<void> {
    await sql`
      UPDATE transfer_line line SET shipped_milli = given.shipped, received_milli = given.received, damaged_milli = given.damaged, missing_milli = given.missing, surplus_milli = given.surplus
      FROM unnest(${lines.map((line) => line.lineId)}::uuid[], ${lines.map((line) => line.shippedMilli)}::int8[], ${lines.map((line) => line.receivedMilli)}::int8[],
        ${lines.map((line) => line.damagedMilli)}::int8[], ${lines.map((line) => line.missingMilli)}::int8[], ${lines.map((line) => line.surplusMilli)}::int8[]) AS given (id, shipped, received, damaged, missing, surplus)
      WHERE line.id = given.id`.execute(tx);
  }

  /** What the movements of a transfer left on the road, in thousandths: nothing, once it is closed. */
  async roadBalance(tx: Tx, id: string): Promise<number> {
    const { rows } = await sql<{ balance: number }>`
      SELECT coalesce(sum(CASE WHEN to_bucket = 'transit' THEN quantity_milli ELSE -quantity_milli END), 0)::int8 AS balance
      FROM stock_movement WHERE cause_kind = 'transfer' AND cause_id = ${id} AND 'transit' IN (from_bucket, to_bucket)`.execute(tx);
    return Number(rows[0]?.balance ?? 0);
  }

  async seen(tx: Tx, id: string, by: string): Promise<boolean> {
    const row = await tx.updateTable('transfer').set({ difference_seen_by: by, difference_seen_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', id).where('status', 'in', ['shipped', 'received']).returning('id').executeTakeFirst();
    return row !== undefined;
  }
}
