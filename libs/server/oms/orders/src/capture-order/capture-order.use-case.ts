import { Injectable } from '@nestjs/common';
import { openMilli } from '@oneshelf/domain-orders';
import { journalForOnlineCapture } from '@oneshelf/domain-payments';
import { Transactions, type Tx } from '@oneshelf/platform';
import { CapturePaymentUseCase, PaymentsOfOrder, PostJournalUseCase } from '@oneshelf/server-payments';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { keptSale, totalOf } from './amount-to-capture';
import { TradingDay } from '../trading-day';
import { PostMarketplaceSale } from './post-marketplace-sale';

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
    const payment = (await this.payments.rows(orderId, tx)).find((one) => one.kind === 'card_online' && (one.status === 'authorised' || one.status === 'capturing'));
    if (!payment) return (await this.booking.external(tx, order)), { kind: 'done' };
    if (payment.status === 'capturing') return { kind: 'capture', paymentId: payment.id };
    const amountMinor = totalOf(keptSale(order));
    if (amountMinor === 0) return { kind: 'release' };
    await this.capture.prepare(tx, { paymentId: payment.id, amountMinor });
    return { kind: 'capture', paymentId: payment.id };
  }
}

/** Writes a capture into journal and timeline. */
@Injectable()
export class BookCapture {
  constructor(
    private readonly orders: OrderRepository,
    private readonly journal: PostJournalUseCase,
    private readonly marketplace: PostMarketplaceSale,
    private readonly payments: PaymentsOfOrder,
    private readonly days: TradingDay,
  ) {}

  external(tx: Tx, order: Order): Promise<void> {
    return this.marketplace.run(tx, order);
  }

  /** Null: the hold was gone; a person has to ask the customer. */
  async run(tx: Tx, order: Order, paymentId: string | null): Promise<void> {
    if (paymentId === null) return this.orders.append(tx, order.id, { kind: 'capture_failed', actor: 'payments' });
    const captured = (await this.payments.rows(order.id, tx)).find((payment) => payment.id === paymentId)?.capturedMinor ?? 0;
    const now = new Date();
    const businessDate = await this.days.of(now, { locationId: order.pickupLocationId, marketCode: order.marketCode });
    await this.journal.run(tx, {
      causeKind: 'order_captured', causeId: paymentId, currency: order.currency, locationId: order.pickupLocationId, channelCode: order.channelCode, businessDate,
      occurredAt: now.toISOString(), lines: journalForOnlineCapture(keptSale(order)),
    });
    await this.orders.append(tx, order.id, { kind: 'payment_captured', actor: 'payments', data: { amountMinor: captured } });
  }
}
