import { OrderPlaced } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import { orderPlaced } from '../write-mail/order-placed';

@HandlesEvent({ id: 'messages.write-order-placed', event: OrderPlaced, queue: 'database' })
export class WriteOrderPlacedHandler implements TransactionHandler<{ orderId: string }> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly mails: MailRepository,
  ) {}

  async apply(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
    const found = await this.orders.run(orderId);
    if (!found) return;
    const lines = await this.orders.promisedLines(found.order);
    await this.mails.write(tx, orderId, layOut(orderPlaced({ ...found.facts, lines })));
  }
}
