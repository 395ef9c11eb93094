import { UnitsUnavailable } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type { Order } from '@oneshelf/server-orders';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import type { LineFacts } from '../write-mail/mail-facts';
import { unitsUnavailable } from '../write-mail/units-unavailable';

interface Missing {
  orderId: string;
  lines: { orderLineId: string; quantityMilli: number }[];
}

@HandlesEvent({ id: 'messages.write-units-unavailable', event: UnitsUnavailable, queue: 'database' })
export class WriteUnitsUnavailableHandler implements TransactionHandler<Missing> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly mails: MailRepository,
  ) {}

  /** A second shortage of the same order is another mail, so the event is the cause. */
  async apply(tx: Tx, { orderId, lines }: Missing, { eventId }: EventContext): Promise<void> {
    const found = await this.orders.run(orderId);
    if (!found) return;
    const isAll = found.order.lines.every((line) => line.cancelledMilli >= line.quantityMilli);
    await this.mails.write(tx, eventId, layOut(unitsUnavailable(found.facts, lines.map((missing) => factsOf(found.order, missing)), isAll)));
  }
}

/** What would have been paid for the units that are missing: the last of the line, because the first ones are handed over. */
function factsOf(order: Order, missing: Missing['lines'][number]): LineFacts {
  const line = order.lines.find(({ id }) => id === missing.orderLineId);
  if (!line) throw new Error(`Order ${order.id} has no line ${missing.orderLineId}. No mail was written.`);
  let left = missing.quantityMilli;
  let totalMinor = 0;
  for (const unit of [...line.units].reverse()) {
    if (left <= 0) break;
    left -= unit.quantityMilli;
    totalMinor += unit.totalMinor;
  }
  return { title: line.title, quantityMilli: missing.quantityMilli, totalMinor };
}
