/** A payment as far as it says whether goods may leave. */
export interface SecuringPayment {
  kind: string;
  status: string;
  /** Until when a hold can be charged; null: nobody said. */
  captureBefore: Date | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether goods may leave: money was taken, or is on hold and can still be charged (PAY-14). An order without a payment owes nothing. */
export const isSecured = (payments: readonly SecuringPayment[], now: Date): boolean => payments.length === 0 || payments.some((payment) => secures(payment, now));

function secures({ kind, status, captureBefore }: SecuringPayment, now: Date): boolean {
  if (status === 'captured' || status === 'capturing') return true;
  if (status !== 'authorised') return kind !== 'card_online' && status !== 'failed' && status !== 'cancelled';
  return captureBefore === null || captureBefore > now;
}

export type HoldStep = 'keep' | 'let_go' | 'renew' | 'ask';

/** What becomes of the hold of an order that is not done (PAY-13). `endsAt` null: there is none any more. */
export function holdStep({ endsAt, waitsOnly, isCardKept }: { endsAt: Date | null; waitsOnly: boolean; isCardKept: boolean }, now: Date): HoldStep {
  if (endsAt !== null && endsAt.getTime() > now.getTime() + DAY_MS) return 'keep';
  if (waitsOnly) return 'let_go';
  if (isCardKept) return 'renew';
  return endsAt !== null && endsAt > now ? 'keep' : 'ask';
}
