import { Injectable } from '@nestjs/common';
import { openMilli } from '@oneshelf/domain-orders';
import { Transactions, type Tx } from '@oneshelf/platform';
import { CapturePaymentUseCase, PaymentsOfOrder } from '@oneshelf/server-payments';
import { OrderRepository } from '../order.repository';
import { amountToCapture } from './amount-to-capture';
import { BookCapture } from './book-capture';

/** Between our question and the provider's answer: nothing open, an amount fixed. */
type Step = { kind: 'done' } | { kind: 'release' } | { kind: 'capture'; paymentId: string };

/**
 * Charges the card when no part of the order is open any more: once, for the sum of what was handed over. Stripe gives
 * back the rest of a hold with the first capture, so a capture per part would lose the later parts. Doing it again
 * changes nothing.
 */
@Injectable()
export class CaptureOrderUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly transactions: Transactions,
    private readonly payments: PaymentsOfOrder,
    private readonly capture: CapturePaymentUseCase,
    private readonly booking: BookCapture,
  ) {}

  /** release: nothing was handed over, the hold is to be given back. @throws when the provider does not answer */
  async run(orderId: string): Promise<{ kind: 'done' | 'release' }> {
    const step = await this.transactions.write((tx) => this.prepare(tx, orderId));
    if (step.kind !== 'capture') return step;
    const answer = await this.capture.ask(step.paymentId);
    if (!answer.ok) throw new Error(answer.refusal.message);
    await this.transactions.write(async (tx) => {
      const order = await this.orders.byId(tx, orderId, true);
      const first = await this.capture.finalise(tx, step.paymentId, answer.value);
      if (order && first) await this.booking.run(tx, order, answer.value.kind === 'captured' ? step.paymentId : null);
    });
    return { kind: 'done' };
  }

  private async prepare(tx: Tx, orderId: string): Promise<Step> {
    const order = await this.orders.byId(tx, orderId, true);
    if (!order || order.status === 'pending_payment' || order.lines.some((line) => openMilli(line) > 0)) return { kind: 'done' };
    const payment = (await this.payments.rows(orderId, tx)).findLast((one) => one.kind === 'card_online' && (one.status === 'authorised' || one.status === 'capturing'));
    if (!payment) return (await this.booking.external(tx, order)), { kind: 'done' };
    if (payment.status === 'capturing') return { kind: 'capture', paymentId: payment.id };
    const amountMinor = amountToCapture(order);
    if (amountMinor === 0) return (await this.booking.post(tx, order, payment.id)), { kind: 'release' };
    await this.capture.prepare(tx, { paymentId: payment.id, amountMinor });
    return { kind: 'capture', paymentId: payment.id };
  }
}
