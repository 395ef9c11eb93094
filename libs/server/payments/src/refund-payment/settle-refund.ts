import { Injectable } from '@nestjs/common';
import { RefundSettled } from '@oneshelf/contracts';
import { journalForFailedRefund } from '@oneshelf/domain-payments';
import { publish, Transactions } from '@oneshelf/platform';
import { RefundJournal } from './refund-journal';
import { type Refund, RefundRepository } from './refund.repository';

/** Writes down how a card refund ended, books it, and says so. What was written before is not written again. */
@Injectable()
export class SettleRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly journal: RefundJournal,
    private readonly transactions: Transactions,
  ) {}

  async succeed(refund: Refund, reference: string): Promise<void> {
    await this.transactions.write(async (tx) => {
      if (!(await this.refunds.succeed(tx, refund, reference))) return;
      await publish(tx, { type: RefundSettled, key: refund.orderId, payload: settled(refund, 'succeeded', null) });
    });
  }

  /** At once, or days after the provider took it: the money never left, so it is owed to the customer. */
  async fail(refund: Refund, failure: string): Promise<void> {
    await this.transactions.write(async (tx) => {
      if (!(await this.refunds.fail(tx, refund, failure))) return;
      await this.journal.run(tx, refund, { causeKind: 'refund_failed', lines: journalForFailedRefund(refund.amountMinor) });
      await publish(tx, { type: RefundSettled, key: refund.orderId, payload: settled(refund, 'failed', failure) });
    });
  }
}

export const settled = ({ id, orderId, causeId, amountMinor }: Refund, status: 'succeeded' | 'failed', failure: string | null) => ({ refundId: id, orderId, causeId, amountMinor, status, failure });
