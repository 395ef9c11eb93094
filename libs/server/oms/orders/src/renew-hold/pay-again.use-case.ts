import { Inject, Injectable } from '@nestjs/common';
import { openMilli } from '@oneshelf/domain-orders';
import { isSecured } from '@oneshelf/domain-payments';
import { type Database, DATABASE, newId, Transactions, type Tx } from '@oneshelf/platform';
import type { PaymentsOfOrder } from '@oneshelf/server-payments';
import { amountToHold } from '../capture-order/amount-to-capture';
import type { PaymentProgress, PreparedPayment } from '../follow-payment/follow-payment.use-case';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { ConcludeAgain } from './conclude-again';
import { RenewHoldBase } from './renew-hold-base';

type Payment = Awaited<ReturnType<PaymentsOfOrder['rows']>>[number];

/** A shopper pays an order again whose hold has ended, from its page. */
@Injectable()
export class PayAgainUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly base: RenewHoldBase,
    private readonly concluding: ConcludeAgain,
    private readonly transactions: Transactions,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** What is due; null: nothing is. */
  async due(order: Order, now: Date): Promise<number | null> {
    if (order.status !== 'placed' || order.lines.every((line) => line.fulfilledMilli === 0 && openMilli(line) === 0)) return null;
    const payments = await this.base.payments.rows(order.id);
    const last = payments.filter(({ kind }) => kind === 'card_online').at(-1);
    return !last || last.id === order.id || last.status === 'cancelled' || isSecured(payments, inADay(now)) ? null : amountToHold(order);
  }

  /** Two at once make one payment: the order is locked while its payment is prepared. */
  async run(orderId: string, card: { paymentMethodId: string; returnUrl: string }): Promise<PaymentProgress> {
    const before = await this.open(orderId);
    if (before) {
      const { kind } = await this.concluding.ask(orderId, before, true);
      if (kind === 'authorised') return { kind: 'placed' };
      if (kind === 'unavailable') return { kind: 'unavailable' };
      // They turned away from their bank's page, and try another card.
      if (kind === 'requires_action') await this.base.cancelling.release(before);
    }
    const payment = await this.transactions.write((tx) => this.prepare(tx, orderId, card));
    return payment === null ? { kind: 'placed' } : this.answer(orderId, payment);
  }

  /** Back from the bank, or by a hint of the provider. Null: nothing was asked again. */
  async follow(orderId: string): Promise<PaymentProgress | null> {
    const open = await this.open(orderId);
    return open ? this.answer(orderId, open) : null;
  }

  private async answer(orderId: string, payment: PreparedPayment): Promise<PaymentProgress> {
    const { kind, redirectUrl, code } = await this.concluding.ask(orderId, payment, true);
    if (kind === 'authorised') return { kind: 'placed' };
    return kind === 'requires_action' ? { kind, redirectUrl } : kind === 'declined' ? { kind, code } : { kind };
  }

  private async open(orderId: string): Promise<Payment | null> {
    return openAgain(orderId, await this.base.payments.rows(orderId));
  }

  private async prepare(tx: Tx, orderId: string, card: { paymentMethodId: string; returnUrl: string }): Promise<PreparedPayment | null> {
    const order = await this.orders.byId(tx, orderId, true);
    const payments = await this.base.payments.rows(orderId, tx);
    if (!order || order.status !== 'placed' || isSecured(payments, inADay(new Date()))) return null;
    // Another click was first: the same question is asked, under its key.
    const first = openAgain(orderId, payments);
    if (first) return first;
    return this.base.authorise.prepare(tx, { paymentId: newId(), orderId, amountMinor: amountToHold(order), currency: order.currency, ...card, keepFor: { email: order.customerEmail ?? '' } });
  }
}

/** A hold that ends within a day is as none: it was asked for again because of that. */
const inADay = (now: Date): Date => new Date(now.getTime() + 86_400_000);

const openAgain = (orderId: string, payments: readonly Payment[]): Payment | null => {
  const last = payments.findLast(({ kind }) => kind === 'card_online');
  return last && last.id !== orderId && (last.status === 'pending' || last.status === 'requires_action') ? last : null;
};
