import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { CancelPaymentUseCase } from '../cancel-payment/cancel-payment.use-case';
import { PaymentRepository } from '../payment.repository';
import { RefundPaymentUseCase } from '../refund-payment/refund-payment.use-case';
import { CardPaymentsUseCase } from '../terminal/card-payments.use-case';

const MINUTE_MS = 60_000;
/** A reader that waits this long waits for nobody. */
const READER_MS = 10 * MINUTE_MS;

/**
 * Asks the provider again about what was begun a minute ago and has no answer: refunds, payments at readers, and declined
 * online cards whose intent is to be closed.
 * For the worker's schedule. (Online holds and captures belong to orders and are swept there.)
 */
@Injectable()
export class SettleStuckPaymentsUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refund: RefundPaymentUseCase,
    private readonly cards: CardPaymentsUseCase,
    private readonly cancelling: CancelPaymentUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(now: Date): Promise<{ settled: number; waiting: number }> {
    const minuteAgo = new Date(now.getTime() - MINUTE_MS);
    let settled = 0;
    let waiting = 0;
    for (const refundId of await this.refund.pendingBefore(minuteAgo)) {
      const sent = await this.refund.send(refundId);
      if (sent.ok) settled += 1;
      else waiting += 1;
    }
    for (const payment of await this.payments.stuck(this.database, { statuses: ['pending'], kind: 'card_present', before: minuteAgo })) {
      const abandoned = payment.updatedAt.getTime() < now.getTime() - READER_MS;
      const seen = abandoned ? await this.cards.cancel(null, payment.id) : await this.cards.status(null, payment.id);
      if (seen.ok && seen.value.status !== 'pending') settled += 1;
      else waiting += 1;
    }
    for (const payment of await this.payments.unreleased(this.database, minuteAgo)) {
      const released = await this.cancelling.release(payment);
      if (released.ok) settled += 1;
      else waiting += 1;
    }
    return { settled, waiting };
  }
}
