import { ReturnReceived } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { OrderFacets } from '@oneshelf/server-orders';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import type { TenderFacts } from '../write-mail/mail-facts';
import { returnRefunded } from '../write-mail/return-refunded';

interface Returned {
  returnId: string;
  orderId: string;
  refundIds: string[];
}

@HandlesEvent({ id: 'messages.write-return-refunded', event: ReturnReceived, queue: 'database' })
export class WriteReturnRefundedHandler implements TransactionHandler<Returned> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly facets: OrderFacets,
    private readonly payments: PaymentsOfOrder,
    private readonly mails: MailRepository,
  ) {}

  async apply(tx: Tx, { returnId, orderId, refundIds }: Returned): Promise<void> {
    const found = await this.orders.run(orderId);
    if (!found) return;
    const returned = (await this.facets.returns.returnsOf(orderId)).find(({ id }) => id === returnId);
    if (!returned) throw new Error(`There is no return ${returnId} of order ${orderId}. No mail was written.`);
    const titles = new Map(found.order.lines.map((line) => [line.id, line.title]));
    const lines = returned.lines.map((line) => ({ title: titles.get(line.orderLineId) ?? line.sku, quantityMilli: line.quantityMilli, totalMinor: line.refundMinor }));
    const content = returnRefunded(found.facts, { store: await this.orders.store(returned.locationId), lines, refundMinor: returned.refundMinor, tenders: await this.tenders(orderId, refundIds) });
    await this.mails.write(tx, returnId, layOut(content));
  }

  private async tenders(orderId: string, refundIds: string[]): Promise<TenderFacts[]> {
    const payments = await this.payments.views(orderId);
    return payments.flatMap(({ kind, cardLabel, refunds }) => refunds.filter(({ id }) => refundIds.includes(id)).map(({ amountMinor }) => ({ kind, cardLabel, amountMinor })));
  }
}
