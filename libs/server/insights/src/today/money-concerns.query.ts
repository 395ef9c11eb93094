import { Injectable } from '@nestjs/common';
import { OrderQuery } from '@oneshelf/server-orders';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { type Concern, row, SHOWN_ROWS } from './concern';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const PAYMENT_WAITS_MS = 30 * MINUTE_MS;
/** Long enough to get the goods ready and call the customer before the hold ends. */
const HOLD_ENDS_MS = 24 * HOUR_MS;
/** Nobody can take a lost capture off the list, so it leaves by itself. */
const LOST_SINCE_MS = 14 * DAY_MS;

type Payment = Awaited<ReturnType<PaymentsOfOrder['waitingBefore']>>[number];

/** Money that waits for a person: payments without an answer, refunds that failed, holds that end, captures that came too late. */
@Injectable()
export class MoneyConcerns {
  constructor(
    private readonly payments: PaymentsOfOrder,
    private readonly orders: OrderQuery,
  ) {}

  run(now: Date): Promise<Concern[]> {
    return Promise.all([this.waiting(now), this.failedRefunds(), this.lapsingHolds(now), this.paymentsNeeded(), this.lostCaptures(now)]);
  }

  private async waiting(now: Date): Promise<Concern> {
    const payments = await this.payments.waitingBefore(new Date(now.getTime() - PAYMENT_WAITS_MS));
    return concernOf('waiting_payments', payments, (payment) => ({ reason: payment.status, at: payment.updatedAt }));
  }

  private async failedRefunds(): Promise<Concern> {
    const refunds = await this.payments.failedRefunds();
    const rows = refunds.slice(0, SHOWN_ROWS).map((refund) => row({
      id: refund.id, subject: refund.orderId, reason: refund.failure ?? '', amountMinor: refund.amountMinor, currency: refund.currency, at: refund.failedAt.toISOString(), href: `/orders/${refund.orderId}`,
    }));
    return { kind: 'failed_refunds', count: refunds.length, href: null, rows };
  }

  private async lapsingHolds(now: Date): Promise<Concern> {
    const payments = await this.payments.holdsEndingBefore(new Date(now.getTime() + HOLD_ENDS_MS));
    return concernOf('lapsing_holds', payments, ({ captureBefore }) => ({ reason: captureBefore && captureBefore <= now ? 'lapsed' : 'lapsing', at: captureBefore }));
  }

  private async paymentsNeeded(): Promise<Concern> {
    const owed = await this.payments.owed();
    const orders = await this.orders.byIds(owed.map(({ orderId }) => orderId));
    return concernOf('payments_needed', owed.filter(({ orderId }) => orders.get(orderId)?.status === 'placed'), ({ failure, updatedAt }) => ({ reason: failure ?? '', at: updatedAt }));
  }

  private async lostCaptures(now: Date): Promise<Concern> {
    const payments = await this.payments.lostCapturesSince(new Date(now.getTime() - LOST_SINCE_MS));
    return concernOf('lost_captures', payments, (payment) => ({ reason: payment.failure ?? '', at: payment.updatedAt }));
  }
}

function concernOf(kind: Concern['kind'], payments: Payment[], say: (payment: Payment) => { reason: string; at: Date | null }): Concern {
  const rows = payments.slice(0, SHOWN_ROWS).map((payment) => {
    const { reason, at } = say(payment);
    return row({ id: payment.id, subject: payment.orderId, reason, amountMinor: payment.amountMinor, currency: payment.currency, at: at?.toISOString() ?? null, href: `/orders/${payment.orderId}` });
  });
  return { kind, count: payments.length, href: null, rows };
}
