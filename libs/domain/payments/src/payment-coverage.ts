import type { PaymentStatus } from './payment-transitions';

export interface CoveringPayment {
  status: PaymentStatus;
  authorisedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
}

export interface Coverage {
  /** Held and not captured yet. */
  authorisedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  /** Of the total: authorised + captured. Refunds do not uncover an order. */
  coverage: 'none' | 'partial' | 'full';
}

/** How far payments cover a total. Only authorised and captured payments count. A total of zero is covered. */
export function paymentCoverage(totalMinor: number, payments: readonly CoveringPayment[]): Coverage {
  const sum = (amount: (payment: CoveringPayment) => number): number => payments.reduce((total, payment) => total + amount(payment), 0);
  const authorisedMinor = sum((payment) => (payment.status === 'authorised' ? payment.authorisedMinor : 0));
  const capturedMinor = sum((payment) => (payment.status === 'captured' ? payment.capturedMinor : 0));
  const covered = authorisedMinor + capturedMinor;
  const coverage = covered >= totalMinor ? 'full' : covered > 0 ? 'partial' : 'none';
  return { authorisedMinor, capturedMinor, refundedMinor: sum((payment) => payment.refundedMinor), coverage };
}
