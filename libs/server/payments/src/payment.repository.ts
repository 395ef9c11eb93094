import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { CardOutcome } from './stripe/card-outcome';

export type PaymentStatus = 'pending' | 'requires_action' | 'authorised' | 'capturing' | 'captured' | 'cancelled' | 'failed';
export type PaymentKind = 'card_online' | 'card_present' | 'cash' | 'external';

export interface Payment {
  id: string;
  orderId: string;
  kind: PaymentKind;
  provider: string;
  reference: string | null;
  status: PaymentStatus;
  currency: string;
  amountMinor: number;
  authorisedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  cardLabel: string | null;
  captureBefore: Date | null;
  request: unknown;
  failure: string | null;
  registerId: string | null;
  /** When the provider was told to hold nothing any more. */
  releasedAt: Date | null;
  updatedAt: Date;
}

export interface NewPayment {
  id: string;
  orderId: string;
  kind: PaymentKind;
  provider: 'stripe' | 'none';
  status: PaymentStatus;
  currency: string;
  amountMinor: number;
  authorisedMinor?: number;
  capturedMinor?: number;
  tenderedMinor?: number | null;
  cardLabel?: string | null;
  request?: unknown;
  failure?: string | null;
  registerId?: string | null;
}

/** Rows of `payment`; every change of status is guarded by the status before. */
@Injectable()
export class PaymentRepository {
  /** Inserts the rows; one that is there already (the same id) stays as it is. Answers the ids that were new. */
  async insert(tx: Tx, payments: NewPayment[]): Promise<Set<string>> {
    if (payments.length === 0) return new Set();
    const rows = await tx
      .insertInto('payment')
      .values(
        payments.map((payment) => ({
          id: payment.id, order_id: payment.orderId, kind: payment.kind, provider: payment.provider, status: payment.status, currency: payment.currency,
          amount_minor: payment.amountMinor, authorised_minor: payment.authorisedMinor ?? 0, captured_minor: payment.capturedMinor ?? 0,
          tendered_minor: payment.tenderedMinor ?? null, card_label: payment.cardLabel ?? null, failure: payment.failure ?? null, register_id: payment.registerId ?? null,
          request: payment.request === undefined ? null : JSON.stringify(payment.request),
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    return new Set(rows.map((row) => row.id));
  }

  async byId(database: Database | Tx, id: string): Promise<Payment | null> {
    const row = await database.selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toPayment(row) : null;
  }

  async byOrder(database: Database | Tx, orderId: string): Promise<Payment[]> {
    const rows = await database.selectFrom('payment').selectAll().where('order_id', '=', orderId).orderBy('created_at').orderBy('id').execute();
    return rows.map(toPayment);
  }

  /** Payments that stand in a status since before then, oldest first. */
  async stuck(database: Database, wanted: { statuses: PaymentStatus[]; kind: PaymentKind; before: Date }): Promise<Payment[]> {
    const rows = await database
      .selectFrom('payment').selectAll()
      .where('status', 'in', wanted.statuses).where('kind', '=', wanted.kind).where('updated_at', '<', wanted.before)
      .orderBy('updated_at').limit(200).execute();
    return rows.map(toPayment);
  }

  /** Online cards that were declined, whose intent the provider may still keep open. (A hold whose capture failed is for a person to look at.) */
  async unreleased(database: Database, before: Date): Promise<Payment[]> {
    const rows = await database
      .selectFrom('payment').selectAll()
      .where('status', '=', 'failed').where('released_at', 'is', null).where('authorised_minor', '=', 0).where('kind', '=', 'card_online').where('provider_reference', 'is not', null).where('updated_at', '<', before)
      .orderBy('updated_at').limit(200).execute();
    return rows.map(toPayment);
  }

  async holdsEndingBefore(database: Database, before: Date): Promise<Payment[]> {
    const rows = await database
      .selectFrom('payment').selectAll().where('status', '=', 'authorised').where('kind', '=', 'card_online').where('capture_before', '<', before).orderBy('capture_before').limit(200).execute();
    return rows.map(toPayment);
  }

  /** Holds that ended or were refused when they were asked for again, and that no later payment of their order makes good, the longest waiting first. */
  async owed(database: Database): Promise<Payment[]> {
    const { rows } = await sql<Row>`
      SELECT payment.* FROM payment
      WHERE kind = 'card_online' AND status = 'failed' AND authorised_minor = 0 AND id <> order_id
        AND NOT EXISTS (SELECT 1 FROM payment later WHERE later.order_id = payment.order_id AND later.created_at > payment.created_at)
      ORDER BY created_at LIMIT 200`.execute(database);
    return rows.map(toPayment);
  }

  async lostCaptures(database: Database, since: Date): Promise<Payment[]> {
    const rows = await database
      .selectFrom('payment').selectAll().where('status', '=', 'failed').where('kind', '=', 'card_online').where('authorised_minor', '>', 0).where('updated_at', '>', since)
      .orderBy('updated_at', 'desc').limit(200).execute();
    return rows.map(toPayment);
  }

  /** The provider holds nothing under this payment any more. What was still open counts as cancelled, what failed stays failed. */
  async released(tx: Tx, id: string): Promise<void> {
    await sql`
      UPDATE payment SET released_at = now(), updated_at = now(), status = CASE WHEN status = 'failed' THEN status ELSE 'cancelled' END
      WHERE id = ${id} AND status IN ('pending', 'requires_action', 'authorised', 'failed')`.execute(tx);
  }

  /** Writes down what the provider said. False when another process was first, or the payment is past that state. */
  async settle(tx: Tx, id: string, outcome: CardOutcome): Promise<boolean> {
    const change = changeOf(outcome);
    const result = await tx
      .updateTable('payment')
      .set({ ...change, provider_reference: outcome.reference, updated_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('status', 'in', ['pending', 'requires_action'])
      .where((where) => where.or([where('status', '!=', change.status), where('provider_reference', 'is', null)]))
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async move(tx: Tx, id: string, step: { from: PaymentStatus[]; to: PaymentStatus; capturedMinor?: number; failure?: string }): Promise<boolean> {
    const result = await tx
      .updateTable('payment')
      .set({ status: step.to, updated_at: sql<Date>`now()`, ...(step.capturedMinor === undefined ? {} : { captured_minor: step.capturedMinor }), ...(step.failure === undefined ? {} : { failure: step.failure }) })
      .where('id', '=', id).where('status', 'in', step.from)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }
}

type Change = { status: PaymentStatus; authorised_minor?: number; captured_minor?: number; card_label?: string | null; capture_before?: Date | null; client_secret?: string | null; failure?: string };

function changeOf(outcome: CardOutcome): Change {
  switch (outcome.kind) {
    case 'authorised': return { status: 'authorised', authorised_minor: outcome.amountMinor, card_label: outcome.cardLabel, capture_before: outcome.captureBefore, client_secret: null };
    case 'captured': return { status: 'captured', authorised_minor: outcome.amountMinor, captured_minor: outcome.amountMinor, card_label: outcome.cardLabel, client_secret: null };
    case 'requires_action': return { status: 'requires_action', client_secret: outcome.clientSecret };
    case 'declined': return { status: 'failed', failure: outcome.code, client_secret: null };
    case 'cancelled': return { status: 'cancelled', client_secret: null };
    case 'pending': return { status: 'pending' };
  }
}

interface Row {
  id: string; order_id: string; kind: string; provider: string; provider_reference: string | null; status: string; currency: string;
  amount_minor: number; authorised_minor: number; captured_minor: number; refunded_minor: number; card_label: string | null;
  capture_before: Date | null; request: unknown; failure: string | null; released_at: Date | null; register_id: string | null; updated_at: Date;
}

const toPayment = (row: Row): Payment => ({
  id: row.id, orderId: row.order_id, kind: row.kind as PaymentKind, provider: row.provider, reference: row.provider_reference, status: row.status as PaymentStatus, currency: row.currency,
  amountMinor: row.amount_minor, authorisedMinor: row.authorised_minor, capturedMinor: row.captured_minor, refundedMinor: row.refunded_minor, cardLabel: row.card_label,
  captureBefore: row.capture_before, request: row.request, failure: row.failure, registerId: row.register_id, releasedAt: row.released_at, updatedAt: row.updated_at,
});
