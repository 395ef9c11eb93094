import { PromiseMoved } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import { promiseMoved } from '../write-mail/promise-moved';

type Moved = z.infer<typeof PromiseMoved.schema>;

@HandlesEvent({ id: 'messages.write-promise-moved', event: PromiseMoved, queue: 'database' })
export class WritePromiseMovedHandler implements TransactionHandler<Moved> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly mails: MailRepository,
  ) {}

  /** A day may move more than once, so the event is the cause. Nobody is written to about an order that is not placed. */
  async apply(tx: Tx, { orderId, lines }: Moved, { eventId }: EventContext): Promise<void> {
    const found = await this.orders.run(orderId);
    if (found?.order.status !== 'placed') return;
    const { order, facts } = found;
    const told = lines.map((line) => ({ ...line, title: order.lines.find(({ id }) => id === line.orderLineId)?.title ?? '' }));
    await this.mails.write(tx, eventId, layOut(promiseMoved(facts, told)));
  }
}
