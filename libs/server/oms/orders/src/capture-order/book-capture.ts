import { Injectable } from '@nestjs/common';
import { journalForOnlineCapture } from '@oneshelf/domain-payments';
import type { Tx } from '@oneshelf/platform';
import { PaymentsOfOrder, PostJournalUseCase } from '@oneshelf/server-payments';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { TradingDay } from '../trading-day';
import { keptSale } from './amount-to-capture';
import { PostMarketplaceSale } from './post-marketplace-sale';

/** Writes a capture into journal and timeline. */
@Injectable()
export class BookCapture {
  constructor(
    private readonly orders: OrderRepository,
    private readonly journal: PostJournalUseCase,
    private readonly marketplace: PostMarketplaceSale,
    private readonly payments: PaymentsOfOrder,
    private readonly days: TradingDay,
  ) {}

  external(tx: Tx, order: Order): Promise<void> {
    return this.marketplace.run(tx, order);
  }

  /** Null: the hold was gone; a person has to ask the customer. */
  async run(tx: Tx, order: Order, paymentId: string | null): Promise<void> {
    if (paymentId === null) return this.orders.append(tx, order.id, { kind: 'capture_failed', actor: 'payments' });
    const captured = (await this.payments.rows(order.id, tx)).find((payment) => payment.id === paymentId)?.capturedMinor ?? 0;
    const now = new Date();
    const businessDate = await this.days.of(now, { locationId: order.pickupLocationId, marketCode: order.marketCode });
    await this.journal.run(tx, {
      causeKind: 'order_captured', causeId: paymentId, currency: order.currency, locationId: order.pickupLocationId, channelCode: order.channelCode, businessDate,
      occurredAt: now.toISOString(), lines: journalForOnlineCapture(keptSale(order)),
    });
    await this.orders.append(tx, order.id, { kind: 'payment_captured', actor: 'payments', data: { amountMinor: captured } });
  }
}
