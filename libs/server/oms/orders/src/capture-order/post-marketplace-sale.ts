import { Injectable } from '@nestjs/common';
import { journalForOnlineCapture } from '@oneshelf/domain-payments';
import type { Tx } from '@oneshelf/platform';
import { PaymentsOfOrder, PostJournalUseCase } from '@oneshelf/server-payments';
import type { Order } from '../order';
import { soldSale } from './amount-to-capture';

/** A marketplace collected the money: when the goods have left, the sale is booked against what it owes us. A return before that has booked itself. */
@Injectable()
export class PostMarketplaceSale {
  constructor(
    private readonly payments: PaymentsOfOrder,
    private readonly journal: PostJournalUseCase,
  ) {}

  async run(tx: Tx, order: Order): Promise<void> {
    const payment = (await this.payments.rows(order.id, tx)).find((one) => one.kind === 'external');
    if (!payment || order.lines.every((line) => line.fulfilledMilli === 0)) return;
    await this.journal.run(tx, {
      causeKind: 'order_captured', causeId: payment.id, currency: order.currency, locationId: null, channelCode: order.channelCode, businessDate: order.businessDate,
      occurredAt: new Date().toISOString(), lines: journalForOnlineCapture(soldSale(order), 'marketplace'),
    });
  }
}
