import { Injectable } from '@nestjs/common';
import { journalForOnlineCapture, journalForRefund } from '@oneshelf/domain-payments';
import type { Tx } from '@oneshelf/platform';
import { TradingDay } from '@oneshelf/server-organisation';
import { PaymentsOfOrder, PostJournalUseCase } from '@oneshelf/server-payments';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { returnedSale, soldSale, totalOf } from './amount-to-capture';
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
    await this.post(tx, order, paymentId);
    await this.orders.append(tx, order.id, { kind: 'payment_captured', actor: 'payments', data: { amountMinor: captured } });
  }

  /**
   * The sale in full, and beside it what came back before the charge: that return posted nothing itself, since there was
   * nothing to give back. Posted once per payment, also when all of it came back and nothing is charged.
   */
  async post(tx: Tx, order: Order, paymentId: string): Promise<void> {
    const now = new Date();
    const businessDate = await this.days.of(now, { locationId: order.pickupLocationId, marketCode: order.marketCode });
    const entry = { causeId: paymentId, currency: order.currency, locationId: order.pickupLocationId, channelCode: order.channelCode, businessDate, occurredAt: now.toISOString() };
    const returned = returnedSale(order);
    await this.journal.run(tx, { ...entry, causeKind: 'order_captured', lines: journalForOnlineCapture(soldSale(order)) });
    await this.journal.run(tx, { ...entry, causeKind: 'refund', lines: journalForRefund(returned, [{ kind: 'card_online', amountMinor: totalOf(returned) }]) });
  }
}
