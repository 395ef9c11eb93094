import { Injectable } from '@nestjs/common';
import { PaymentNeeded } from '@oneshelf/contracts';
import { publish, Transactions, type Tx } from '@oneshelf/platform';
import { AuthorisePaymentUseCase, type CardOutcome } from '@oneshelf/server-payments';
import type { PreparedPayment } from '../follow-payment/follow-payment.use-case';
import { OrderRepository } from '../order.repository';

export type AgainOutcome = 'authorised' | 'requires_action' | 'declined' | 'unavailable';

interface Asked {
  payment: PreparedPayment;
  outcome: Exclude<CardOutcome, { kind: 'pending' }>;
  /** They know by themselves what their card said; a mail is for who was not there. */
  isShopperHere: boolean;
}

/** Asks the provider about a payment that an order was asked for again, and writes down what it says. The order itself stays placed, whatever the card says. */
@Injectable()
export class ConcludeAgain {
  constructor(
    private readonly orders: OrderRepository,
    private readonly authorise: AuthorisePaymentUseCase,
    private readonly transactions: Transactions,
  ) {}

  /** Where the bank wants the shopper is in `redirectUrl`. */
  async ask(orderId: string, payment: PreparedPayment, isShopperHere: boolean): Promise<{ kind: AgainOutcome; redirectUrl: string | null; code: string }> {
    const answer = await this.authorise.ask(payment);
    if (!answer.ok || answer.value.kind === 'pending') return { kind: 'unavailable', redirectUrl: null, code: '' };
    const outcome = answer.value;
    await this.transactions.write((tx) => this.write(tx, orderId, { payment, outcome, isShopperHere }));
    if (outcome.kind === 'requires_action') return { kind: 'requires_action', redirectUrl: outcome.redirectUrl, code: '' };
    if (outcome.kind === 'authorised' || outcome.kind === 'captured') return { kind: 'authorised', redirectUrl: null, code: '' };
    return { kind: 'declined', redirectUrl: null, code: outcome.kind === 'declined' ? outcome.code : 'cancelled' };
  }

  async run({ id }: { id: string }, payment: PreparedPayment): Promise<AgainOutcome> {
    return (await this.ask(id, payment, false)).kind;
  }

  private async write(tx: Tx, orderId: string, { payment, outcome, isShopperHere }: Asked): Promise<void> {
    const isFirst = await this.authorise.finalise(tx, payment.id, outcome);
    if (!isFirst) return;
    const { amountMinor } = payment;
    if (outcome.kind === 'authorised' || outcome.kind === 'captured') return this.orders.append(tx, orderId, { kind: 'hold_renewed', actor: 'payments', data: { amountMinor: outcome.amountMinor, cardLabel: outcome.cardLabel } });
    if (outcome.kind !== 'declined' || isShopperHere) return;
    await this.orders.append(tx, orderId, { kind: 'payment_needed', actor: 'payments', data: { amountMinor, code: outcome.code } });
    await publish(tx, { type: PaymentNeeded, key: orderId, payload: { orderId, paymentId: payment.id, amountMinor } });
  }
}
