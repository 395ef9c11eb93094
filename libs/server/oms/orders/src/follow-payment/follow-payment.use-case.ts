import { Injectable } from '@nestjs/common';
import { OrderPlaced } from '@oneshelf/contracts';
import { publish, system, Transactions, type Tx } from '@oneshelf/platform';
import { AuthorisePaymentUseCase, type CardOutcome, PaymentsOfOrder } from '@oneshelf/server-payments';
import { DropOrder } from '../cancel-order/drop-order';
import { OrderRepository } from '../order.repository';

/** Where an order stands with its card. unavailable: the provider did not answer; ask again. */
export type PaymentProgress = { kind: 'placed' } | { kind: 'requires_action'; redirectUrl: string | null } | { kind: 'declined'; code: string } | { kind: 'cancelled' } | { kind: 'unavailable' };

/** A payment as `AuthorisePaymentUseCase.prepare` wrote it. */
export type PreparedPayment = Awaited<ReturnType<AuthorisePaymentUseCase['prepare']>>;

/**
 * Asks the provider how the payment of an order stands and draws the conclusion: authorised → placed, declined →
 * cancelled with its stock free again. Used at checkout, on the way back from 3-D Secure, by hints and by the sweep;
 * whoever is first writes, the others find it done.
 */
@Injectable()
export class FollowPaymentUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly payments: PaymentsOfOrder,
    private readonly authorise: AuthorisePaymentUseCase,
    private readonly dropping: DropOrder,
    private readonly transactions: Transactions,
  ) {}

  async run(orderId: string): Promise<PaymentProgress> {
    const [payment] = await this.payments.rows(orderId);
    if (!payment || payment.kind !== 'card_online') return { kind: 'cancelled' };
    if (payment.status === 'failed') return { kind: 'declined', code: payment.failure ?? 'card_declined' };
    // A hold that ended while the order waited for its goods says nothing of the order.
    if (payment.status === 'cancelled') return (await this.transactions.write((tx) => this.orders.byId(tx, orderId)))?.status === 'placed' ? { kind: 'placed' } : { kind: 'cancelled' };
    if (payment.status !== 'pending' && payment.status !== 'requires_action') return { kind: 'placed' };
    return this.ask(payment);
  }

  /** The first question, for a payment that was prepared just now: its row need not be read again. */
  async ask(payment: PreparedPayment): Promise<PaymentProgress> {
    const { id: paymentId, orderId } = payment;
    const answer = await this.authorise.ask(payment);
    if (!answer.ok) return { kind: 'unavailable' };
    const written = await this.transactions.write((tx) => this.conclude(tx, { orderId, paymentId }, answer.value));
    return written ?? this.run(orderId);
  }

  /** Null: another process wrote an answer first. */
  private async conclude(tx: Tx, { orderId, paymentId }: { orderId: string; paymentId: string }, outcome: CardOutcome): Promise<PaymentProgress | null> {
    if (outcome.kind === 'pending') return { kind: 'unavailable' };
    const written = await this.authorise.finalise(tx, paymentId, outcome);
    if (outcome.kind === 'requires_action') return { kind: 'requires_action', redirectUrl: outcome.redirectUrl };
    if (!written) return null;
    if (outcome.kind === 'declined') {
      await this.dropping.run(tx, { orderId, from: ['pending_payment'], kind: 'payment_declined', reason: outcome.code, actor: system('payments') });
      return { kind: 'declined', code: outcome.code };
    }
    if (outcome.kind === 'cancelled') {
      await this.dropping.run(tx, { orderId, from: ['pending_payment'], kind: 'cancelled', reason: 'payment_cancelled', actor: system('payments') });
      return { kind: 'cancelled' };
    }
    return (await this.place(tx, orderId, outcome)) ? { kind: 'placed' } : { kind: 'cancelled' };
  }

  private async place(tx: Tx, orderId: string, outcome: Extract<CardOutcome, { kind: 'authorised' | 'captured' }>): Promise<boolean> {
    const placed = await this.orders.place(tx, orderId, { kind: 'payment_authorised', actor: 'payments', data: { amountMinor: outcome.amountMinor, cardLabel: outcome.cardLabel } });
    if (placed) await publish(tx, { type: OrderPlaced, key: orderId, payload: { orderId, ...placed } });
    return placed !== null;
  }
}
