import { Injectable } from '@nestjs/common';
import { Transactions } from '@oneshelf/platform';
import { CancelPaymentUseCase } from '@oneshelf/server-payments';
import { UsePromotionsUseCase } from '@oneshelf/server-pricing';
import { OrderRepository } from '../order.repository';
import { CaptureOrderUseCase } from './capture-order.use-case';

/** Charges what is due when nothing is open any more, or gives the hold back. @throws when the provider does not answer; the job tries again */
@Injectable()
export class SettleOrder {
  constructor(
    private readonly capture: CaptureOrderUseCase,
    private readonly cancelling: CancelPaymentUseCase,
    private readonly orders: OrderRepository,
    private readonly transactions: Transactions,
    private readonly promotions: UsePromotionsUseCase,
  ) {}

  async run(orderId: string): Promise<void> {
    const step = await this.capture.run(orderId);
    if (step.kind !== 'release') return;
    await this.release(orderId);
    await this.transactions.write(async (tx) => {
      const order = await this.orders.byId(tx, orderId);
      // No unit of it ever left: for its promotions it is as if it had been cancelled.
      if (order?.quote.discounts?.length && order.lines.every((line) => line.fulfilledMilli === 0)) await this.promotions.giveBack(tx, orderId);
    });
  }

  async release(orderId: string): Promise<void> {
    const released = await this.cancelling.run(orderId);
    if (!released.ok) throw new Error(released.refusal.message);
    const { releasedMinor } = released.value;
    if (releasedMinor > 0) await this.transactions.write((tx) => this.orders.append(tx, orderId, { kind: 'hold_released', actor: 'payments', data: { amountMinor: releasedMinor } }));
  }
}
