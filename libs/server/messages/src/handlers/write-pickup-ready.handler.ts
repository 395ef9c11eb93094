import { PickupReady } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import { pickupReady } from '../write-mail/pickup-ready';

interface Ready {
  orderId: string;
  fulfilmentOrderId: string;
  locationId: string;
}

@HandlesEvent({ id: 'messages.write-pickup-ready', event: PickupReady, queue: 'database' })
export class WritePickupReadyHandler implements TransactionHandler<Ready> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly mails: MailRepository,
  ) {}

  async apply(tx: Tx, { orderId, fulfilmentOrderId, locationId }: Ready): Promise<void> {
    const found = await this.orders.run(orderId);
    const collectionCode = found?.order.collectionCode;
    if (!found || !collectionCode) return;
    await this.mails.write(tx, fulfilmentOrderId, layOut(pickupReady(found.facts, { store: await this.orders.store(locationId), collectionCode })));
  }
}
