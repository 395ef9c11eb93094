import { Inject, Injectable } from '@nestjs/common';
import type { OrderPayment } from '@oneshelf/contracts';
import { type Database, DATABASE, PrismaReads, type Tx } from '@oneshelf/platform';
import { type Payment, PaymentRepository } from '../payment.repository';
import { RefundRepository, type RefundStatus } from '../refund-payment/refund.repository';

/** Reads of payments for other modules: rows for decisions (in their transaction or not), views for screens. */
@Injectable()
export class PaymentsOfOrder {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly reads: PrismaReads,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  rows(orderId: string, tx?: Tx): Promise<Payment[]> {
    return this.payments.byOrder(tx ?? this.database, orderId);
  }

  /** Orders with a capture that was begun before then and has no answer yet. */
  async capturingBefore(before: Date): Promise<string[]> {
    const stuck = await this.payments.stuck(this.database, { statuses: ['capturing'], kind: 'card_online', before });
    return stuck.map((payment) => payment.orderId);
  }

  /** Payments that nobody has answered since before then, oldest first: the shopper left, or the provider did. */
  async waitingBefore(before: Date): Promise<Payment[]> {
    const rows = await Promise.all((['card_online', 'card_present'] as const).map((kind) => this.payments.stuck(this.database, { statuses: ['pending', 'requires_action', 'capturing'], kind, before })));
    return rows.flat().sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
  }

  /** Online holds that were not charged and that the bank lets go before then, the first to end first. */
  holdsEndingBefore(before: Date): Promise<Payment[]> {
    return this.payments.holdsEndingBefore(this.database, before);
  }

  /** Payments that a shopper has to make again before their goods may leave; of orders that were cancelled since, too. */
  owed(): Promise<Payment[]> {
    return this.payments.owed(this.database);
  }

  /** Holds that were gone when they were to be charged, newest first. */
  lostCapturesSince(since: Date): Promise<Payment[]> {
    return this.payments.lostCaptures(this.database, since);
  }

  /** What these returns gave back, summed by kind of tender; failed ones aside. */
  async refundsOfCauses(tx: Tx, causeIds: string[]): Promise<{ kind: string; amountMinor: number; roundingMinor: number }[]> {
    if (causeIds.length === 0) return [];
    const rows = await tx
      .selectFrom('refund').innerJoin('payment', 'payment.id', 'refund.payment_id').where('refund.cause_id', 'in', causeIds).where('refund.status', '!=', 'failed')
      .select(['payment.kind', (eb) => eb.fn.sum<number>('refund.amount_minor').as('amount'), (eb) => eb.fn.sum<number>('refund.rounding_minor').as('rounding')]).groupBy('payment.kind').orderBy('payment.kind').execute();
    return rows.map((row) => ({ kind: row.kind, amountMinor: Number(row.amount) + Number(row.rounding), roundingMinor: Number(row.rounding) }));
  }

  async refundStatuses(tx: Tx, causeId: string): Promise<RefundStatus[]> {
    const rows = await tx.selectFrom('refund').select('status').where('cause_id', '=', causeId).execute();
    return rows.map((row) => row.status as RefundStatus);
  }

  /** Refunds that the provider refused and nobody has mended yet. */
  failedRefunds(): ReturnType<RefundRepository['failed']> {
    return this.refunds.failed(this.database);
  }

  async views(orderId: string): Promise<OrderPayment[]> {
    const rows = await this.reads.payment.findMany({ where: { order_id: orderId }, include: { refunds: { orderBy: { created_at: 'asc' } } }, orderBy: { created_at: 'asc' } });
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind as OrderPayment['kind'],
      // Between hold and capture there is a moment that nobody outside needs to know.
      status: (row.status === 'capturing' ? 'authorised' : row.status) as OrderPayment['status'],
      cardLabel: row.card_label,
      amountMinor: Number(row.amount_minor),
      authorisedMinor: Number(row.authorised_minor),
      capturedMinor: row.status === 'capturing' ? 0 : Number(row.captured_minor),
      refundedMinor: Number(row.refunded_minor),
      failure: row.failure,
      refunds: row.refunds.map((refund) => ({ id: refund.id, amountMinor: Number(refund.amount_minor), status: refund.status as 'pending' | 'succeeded' | 'failed', failure: refund.failure, createdAt: refund.created_at.toISOString() })),
    }));
  }
}
