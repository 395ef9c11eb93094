import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export type RefundStatus = 'pending' | 'succeeded' | 'failed';

export interface NewRefund {
  id: string;
  paymentId: string;
  orderId: string;
  /** The return or cancellation that it belongs to. */
  causeId: string;
  amountMinor: number;
  /** Cash only: given − amount, where the smallest coin is above one minor unit. */
  roundingMinor?: number;
}

export interface Refund extends NewRefund {
  status: RefundStatus;
  /** The provider's id of the last try. */
  reference: string | null;
  /** 1, and one more each time that a person sends a failed one again. */
  tries: number;
}

/** Rows of `refund`, with the ceiling beside them in `payment`. */
@Injectable()
export class RefundRepository {
  /** One statement raises refunded_minor where the ceiling allows it and writes the row. False: it would be more than was captured. */
  async insert(tx: Tx, refund: NewRefund, status: RefundStatus): Promise<boolean> {
    const { rows } = await sql`
      WITH guarded AS (
        UPDATE payment SET refunded_minor = refunded_minor + ${refund.amountMinor}, updated_at = now()
        WHERE id = ${refund.paymentId} AND order_id = ${refund.orderId} AND status IN ('captured', 'capturing') AND refunded_minor + ${refund.amountMinor} <= captured_minor
        RETURNING id)
      INSERT INTO refund (id, payment_id, order_id, cause_id, amount_minor, rounding_minor, status)
      SELECT ${refund.id}, id, ${refund.orderId}, ${refund.causeId}, ${refund.amountMinor}::int8, ${refund.roundingMinor ?? 0}::int8, ${status} FROM guarded
      RETURNING id`.execute(tx);
    return rows.length > 0;
  }

  async byId(database: Database, id: string): Promise<Refund | null> {
    const row = await database.selectFrom('refund').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toRefund(row) : null;
  }

  async lock(tx: Tx, id: string): Promise<Refund | null> {
    const row = await tx.selectFrom('refund').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    return row ? toRefund(row) : null;
  }

  /** Refunds that a person has to mend, oldest first. */
  async failed(database: Database): Promise<(Refund & { currency: string; failure: string | null; failedAt: Date })[]> {
    const rows = await database
      .selectFrom('refund').innerJoin('payment', 'payment.id', 'refund.payment_id').selectAll('refund').select('payment.currency')
      .where('refund.status', '=', 'failed').orderBy('refund.updated_at').limit(200).execute();
    return rows.map((row) => ({ ...toRefund(row), currency: row.currency, failure: row.failure, failedAt: row.updated_at }));
  }

  async pendingBefore(database: Database, before: Date): Promise<string[]> {
    const rows = await database.selectFrom('refund').select('id').where('status', '=', 'pending').where('updated_at', '<', before).orderBy('updated_at').limit(200).execute();
    return rows.map((row) => row.id);
  }

  async countAttempt(database: Database, id: string): Promise<void> {
    await database.updateTable('refund').set({ attempts: sql<number>`attempts + 1`, updated_at: sql<Date>`now()` }).where('id', '=', id).where('status', '=', 'pending').execute();
  }

  async succeed(tx: Tx, { id, tries }: Refund, reference: string): Promise<boolean> {
    const result = await tx.updateTable('refund').set({ status: 'succeeded', provider_reference: reference, updated_at: sql<Date>`now()` }).where('id', '=', id).where('status', '=', 'pending').where('tries', '=', tries).executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** The amount may be refunded again: the ceiling gets it back. False: it was written before, or the refund was tried again meanwhile. */
  async fail(tx: Tx, { id, tries }: Refund, failure: string): Promise<boolean> {
    const { rows } = await sql`
      WITH failed AS (
        UPDATE refund SET status = 'failed', failure = ${failure}, updated_at = now() WHERE id = ${id} AND tries = ${tries} AND status <> 'failed' AND paid_otherwise IS NULL RETURNING payment_id, amount_minor)
      UPDATE payment SET refunded_minor = refunded_minor - failed.amount_minor, updated_at = now() FROM failed WHERE payment.id = failed.payment_id RETURNING payment.id`.execute(tx);
    return rows.length > 0;
  }

  /** A failed refund (locked by the caller) is begun again, or done by hand, where the ceiling still allows it; null where not. */
  async reopen(tx: Tx, { id, paymentId, amountMinor, tries }: Refund, to: { status: 'pending' | 'succeeded'; paidOtherwise: string | null }): Promise<Refund | null> {
    const raised = await tx
      .updateTable('payment').set({ refunded_minor: sql<number>`refunded_minor + ${amountMinor}`, updated_at: sql<Date>`now()` })
      .where('id', '=', paymentId).where(sql<boolean>`refunded_minor + ${amountMinor} <= captured_minor`).executeTakeFirst();
    if (raised.numUpdatedRows === 0n) return null;
    const row = await tx
      .updateTable('refund').set({ status: to.status, paid_otherwise: to.paidOtherwise, tries: tries + 1, provider_reference: null, failure: null, updated_at: sql<Date>`now()` })
      .where('id', '=', id).returningAll().executeTakeFirstOrThrow();
    return toRefund(row);
  }
}

interface Row { id: string; payment_id: string; order_id: string; cause_id: string; amount_minor: number; status: string; provider_reference: string | null; tries: number }

const toRefund = (row: Row): Refund => ({
  id: row.id, paymentId: row.payment_id, orderId: row.order_id, causeId: row.cause_id, amountMinor: row.amount_minor, status: row.status as RefundStatus, reference: row.provider_reference, tries: row.tries,
});
