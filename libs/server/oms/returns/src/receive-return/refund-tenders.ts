import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { cashDue } from '@oneshelf/domain-payments';
import type { RefundTender } from '@oneshelf/domain-returns';
import type { ReturnResult } from '@oneshelf/contracts';
import { newId, type Tx } from '@oneshelf/platform';
import { PaymentsOfOrder, RefundPaymentUseCase } from '@oneshelf/server-payments';

type PaymentRow = Awaited<ReturnType<PaymentsOfOrder['rows']>>[number];
export type ReturnedTender = ReturnResult['refunds'][number];

/** Writes what goes back to which tender: refund rows, or nothing where the card was on hold only and is charged less. */
@Injectable()
export class RefundTenders {
  constructor(private readonly refund: RefundPaymentUseCase) {}

  async run(tx: Tx, given: { orderId: string; returnId: string; tenders: RefundTender[]; payments: PaymentRow[]; cashStepMinor: number }): Promise<Result<ReturnedTender[], { kind: 'refund_exceeds_paid'; paymentId: string; amountMinor: number }>> {
    const refunds: ReturnedTender[] = [];
    const roundingOf = cashRoundings(given);
    for (const tender of given.tenders) {
      const payment = given.payments.find((one) => one.id === tender.paymentId);
      if (!payment) continue;
      const shown = { paymentId: payment.id, kind: payment.kind, cardLabel: payment.cardLabel, amountMinor: tender.amountMinor, ...(roundingOf.has(tender.paymentId) ? { roundingMinor: roundingOf.get(tender.paymentId) } : {}) };
      if (payment.status === 'authorised') {
        refunds.push({ ...shown, refundId: null, status: 'not_charged' });
        continue;
      }
      const refundId = newId();
      const prepared = await this.refund.prepare(tx, { id: refundId, paymentId: payment.id, orderId: given.orderId, causeId: given.returnId, amountMinor: tender.amountMinor, roundingMinor: roundingOf.get(tender.paymentId) ?? 0 }, payment);
      if (!prepared.ok) return prepared;
      refunds.push({ ...shown, refundId, status: prepared.value });
    }
    return ok(refunds);
  }
}

/** What goes back in cash is rounded once, on all of it; the last cash tender carries the difference. Nothing where there is none. */
function cashRoundings({ tenders, payments, cashStepMinor }: { tenders: RefundTender[]; payments: PaymentRow[]; cashStepMinor: number }): Map<string, number> {
  const cash = tenders.filter(({ paymentId }) => payments.some(({ id, kind }) => id === paymentId && kind === 'cash'));
  const amountMinor = cash.reduce((sum, tender) => sum + tender.amountMinor, 0);
  // A refund is the mirror image of a payment: below zero.
  const roundingMinor = 0 - cashDue({ totalMinor: 0 - amountMinor, paidOtherwiseMinor: 0, stepMinor: cashStepMinor }).roundingMinor;
  const last = cash.at(-1);
  return new Map(last && roundingMinor !== 0 ? [[last.paymentId, roundingMinor]] : []);
}

/** What a payment can give back. A hold that is not charged yet can be charged less. */
export const refundable = (payment: PaymentRow) => ({
  paymentId: payment.id, kind: payment.kind, refundedMinor: payment.refundedMinor, capturedAt: payment.updatedAt.toISOString(),
  capturedMinor: payment.status === 'authorised' ? payment.authorisedMinor : payment.status === 'captured' ? payment.capturedMinor : 0,
});
