import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import type Stripe from 'stripe';
import { type Payment, PaymentRepository } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { STRIPE } from '../stripe/stripe-client';
import { type NewRefund, type Refund, RefundRepository, type RefundStatus } from './refund.repository';
import { SettleRefund } from './settle-refund';

export type RefundRefusal = { kind: 'refund_exceeds_paid'; paymentId: string; amountMinor: number };

/**
 * Gives money back to the tender that it came from. prepare writes the row and raises the guarded total in the caller's
 * transaction; cash and what others paid out is settled at once; a card waits for send.
 */
@Injectable()
export class RefundPaymentUseCase {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly settling: SettleRefund,
    @Inject(STRIPE) private readonly stripe: Stripe,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Refusal: refund_exceeds_paid, decided by one guarded statement; the database's CHECK stands behind it. */
  async prepare(tx: Tx, refund: NewRefund, tender: Pick<Payment, 'provider'>): Promise<Result<RefundStatus, RefundRefusal>> {
    const status = tender.provider === 'stripe' ? 'pending' : 'succeeded';
    const written = await this.refunds.insert(tx, refund, status);
    return written ? ok(status) : refuse({ kind: 'refund_exceeds_paid', paymentId: refund.paymentId, amountMinor: refund.amountMinor });
  }

  /** Asks the provider for a pending refund; its key is the refund's id and try, so asking twice pays once. */
  async send(refundId: string): Promise<Result<RefundStatus, ProviderUnavailable>> {
    const refund = await this.refunds.byId(this.database, refundId);
    if (!refund || refund.status !== 'pending') return ok(refund?.status ?? 'failed');
    const payment = await this.payments.byId(this.database, refund.paymentId);
    // The capture is still on its way: the refund follows it.
    if (!payment?.reference || payment.status === 'capturing') return refuse({ kind: 'provider_unavailable', message: 'The payment is being captured. The refund is sent after it.' });
    await this.refunds.countAttempt(this.database, refundId);
    return this.call(refund, payment.reference);
  }

  /**
   * Looks at the refund as it stands at the provider now: one that was taken may be refused by the bank days later, and
   * the answer to a repeated question is that of the first day.
   */
  async follow(refundId: string): Promise<Result<RefundStatus, ProviderUnavailable>> {
    const sent = await this.send(refundId);
    if (!sent.ok || sent.value !== 'succeeded') return sent;
    const refund = await this.refunds.byId(this.database, refundId);
    const reference = refund?.reference;
    if (!refund || !reference) return sent;
    const answer = await askProvider(() => this.stripe.refunds.retrieve(reference));
    if (!answer.ok) return answer.refusal.kind === 'provider_unavailable' ? { ok: false, refusal: answer.refusal } : sent;
    const failure = failureOf(answer.value);
    return failure === null ? sent : this.fail(refund, failure);
  }

  /** Refunds that were begun before then and have no answer. */
  pendingBefore(before: Date): Promise<string[]> {
    return this.refunds.pendingBefore(this.database, before);
  }

  private async call(refund: Refund, intent: string): Promise<Result<RefundStatus, ProviderUnavailable>> {
    const answer = await askProvider(() =>
      this.stripe.refunds.create(
        { payment_intent: intent, amount: refund.amountMinor, metadata: { refund_id: refund.id, payment_id: refund.paymentId, order_id: refund.orderId } },
        { idempotencyKey: refund.tries === 1 ? refund.id : `${refund.id}:${refund.tries}` },
      ),
    );
    if (answer.ok) {
      const failure = failureOf(answer.value);
      return failure === null ? this.succeed(refund, answer.value.id) : this.fail(refund, failure);
    }
    const { refusal } = answer;
    return refusal.kind === 'provider_unavailable' ? { ok: false, refusal } : this.fail(refund, refusal.code);
  }

  private async succeed(refund: Refund, reference: string): Promise<Result<RefundStatus, never>> {
    await this.settling.succeed(refund, reference);
    return ok('succeeded');
  }

  private async fail(refund: Refund, failure: string): Promise<Result<RefundStatus, never>> {
    await this.settling.fail(refund, failure);
    return ok('failed');
  }
}

// Stripe's `pending` is a refund that the bank will pay out; only these two are a no.
const failureOf = (refund: Stripe.Refund): string | null => (refund.status === 'failed' || refund.status === 'canceled' ? (refund.failure_reason ?? refund.status) : null);
