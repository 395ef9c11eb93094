export interface RefundablePayment {
  paymentId: string;
  /** card_online | card_present | external | cash. Cash comes last. */
  kind: string;
  capturedMinor: number;
  refundedMinor: number;
  /** ISO instant. */
  capturedAt: string;
}

export interface RefundTender {
  paymentId: string;
  amountMinor: number;
}

export const refundableMinor = (payment: Pick<RefundablePayment, 'capturedMinor' | 'refundedMinor'>): number => Math.max(0, payment.capturedMinor - payment.refundedMinor);

/**
 * Splits a refund over the payments of an order: cards first, the last used first, then cash; of none more than captured −
 * refunded. Answers null when all of them together do not hold the amount.
 */
export function splitRefund(amountMinor: number, payments: readonly RefundablePayment[]): RefundTender[] | null {
  let left = amountMinor;
  const tenders: RefundTender[] = [];
  for (const payment of [...payments].sort(byRefundOrder)) {
    const share = Math.min(left, refundableMinor(payment));
    if (share === 0) continue;
    tenders.push({ paymentId: payment.paymentId, amountMinor: share });
    left -= share;
  }
  return left === 0 ? tenders : null;
}

const byRefundOrder = (a: RefundablePayment, b: RefundablePayment): number =>
  Number(a.kind === 'cash') - Number(b.kind === 'cash') || Date.parse(b.capturedAt) - Date.parse(a.capturedAt) || (a.paymentId < b.paymentId ? -1 : 1);
