import { Injectable } from '@nestjs/common';
import { type MendedRefund, RefundSettled } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { journalForOwedRefund } from '@oneshelf/domain-payments';
import { type Actor, publish, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { RefundJournal } from '../refund-payment/refund-journal';
import { RefundPaymentUseCase } from '../refund-payment/refund-payment.use-case';
import { type Refund, RefundRepository } from '../refund-payment/refund.repository';
import { settled } from '../refund-payment/settle-refund';

export type MendRefundRefusal = { kind: 'not_found'; message: string } | { kind: 'not_failed'; message: string } | { kind: 'refund_exceeds_paid'; message: string };

/** A person mends a refund that the provider refused: sent to the card again, or paid by hand. Refusals change nothing. */
@Injectable()
export class MendRefundUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly refunds: RefundRepository,
    private readonly journal: RefundJournal,
    private readonly sending: RefundPaymentUseCase,
  ) {}

  /** prepare → ask → finalise under a new key. Without an answer it stays pending and is sent again by the clock. */
  async retry(actor: Actor, refundId: string): Promise<Result<MendedRefund, MendRefundRefusal>> {
    const prepared = await this.transactions.run<Refund, MendRefundRefusal>(async (tx) => {
      const reopened = await this.reopen(tx, refundId, { status: 'pending', paidOtherwise: null });
      if (!reopened.ok) return reopened;
      await this.journal.run(tx, reopened.value, { causeKind: 'refund_paid', lines: journalForOwedRefund(reopened.value.amountMinor, 'CARD_CLEARING') });
      await recordAudit(tx, { actor, action: 'retry', subject: 'refund', subjectId: refundId, after: { amountMinor: reopened.value.amountMinor } });
      return reopened;
    });
    if (!prepared.ok) return prepared;
    const sent = await this.sending.send(refundId);
    return ok({ refundId, status: sent.ok ? sent.value : 'pending' });
  }

  /** Cash from the safe, or a transfer: a person says that it was done, and how. */
  payOtherwise(actor: Actor, refundId: string, note: string): Promise<Result<MendedRefund, MendRefundRefusal>> {
    return this.transactions.run<MendedRefund, MendRefundRefusal>(async (tx) => {
      const reopened = await this.reopen(tx, refundId, { status: 'succeeded', paidOtherwise: note });
      if (!reopened.ok) return reopened;
      await this.journal.run(tx, reopened.value, { causeKind: 'refund_paid', lines: journalForOwedRefund(reopened.value.amountMinor, 'SAFE') });
      await publish(tx, { type: RefundSettled, key: reopened.value.orderId, payload: settled(reopened.value, 'succeeded', null) });
      await recordAudit(tx, { actor, action: 'pay_otherwise', subject: 'refund', subjectId: refundId, after: { note, amountMinor: reopened.value.amountMinor } });
      return ok({ refundId, status: 'succeeded' });
    });
  }

  private async reopen(tx: Tx, refundId: string, to: { status: 'pending' | 'succeeded'; paidOtherwise: string | null }): Promise<Result<Refund, MendRefundRefusal>> {
    const refund = await this.refunds.lock(tx, refundId);
    if (!refund) return refuse({ kind: 'not_found', message: 'There is no such refund. Nothing was changed.' });
    if (refund.status !== 'failed') return refuse({ kind: 'not_failed', message: 'This refund has not failed, or somebody mended it before. Nothing was changed.' });
    const reopened = await this.refunds.reopen(tx, refund, to);
    return reopened ? ok(reopened) : refuse({ kind: 'refund_exceeds_paid', message: 'Meanwhile so much was given back that this would be more than was paid. Nothing was changed.' });
  }
}
