import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { PaymentRepository } from '../payment.repository';
import { RefundPaymentUseCase } from '../refund-payment/refund-payment.use-case';
import { RefundRepository } from '../refund-payment/refund.repository';
import { CardPaymentsUseCase } from '../terminal/card-payments.use-case';

const MINUTE_MS = 60_000;
/** A reader that waits this long waits for nobody. */
const READER_MS = 10 * MINUTE_MS;

/**
 * Asks the provider again about what was begun a minute ago and has no answer: refunds, and payments at readers.
 * For the worker's schedule, each minute. (Online holds and captures belong to orders and are swept there.)
 */
@Injectable()
export class SettleStuckPaymentsUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly refund: RefundPaymentUseCase,
    private readonly cards: CardPaymentsUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(now: Date): Promise<{ settled: number; waiting: number }> {
    const minuteAgo = new Date(now.getTime() - MINUTE_MS);
    let settled = 0;
    let waiting = 0;
    for (const refundId of await this.refunds.pendingBefore(this.database, minuteAgo)) {
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
    return { settled, waiting };
  }
}
