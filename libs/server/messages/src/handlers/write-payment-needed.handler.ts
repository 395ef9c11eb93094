import { PaymentNeeded } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { MailRepository } from '../mail.repository';
import { ReadOrderFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import { paymentNeeded } from '../write-mail/payment-needed';

type Needed = z.infer<typeof PaymentNeeded.schema>;

@HandlesEvent({ id: 'messages.write-payment-needed', event: PaymentNeeded, queue: 'database' })
export class WritePaymentNeededHandler implements TransactionHandler<Needed> {
  constructor(
    private readonly orders: ReadOrderFacts,
    private readonly mails: MailRepository,
  ) {}

  /** The payment that did not come about is the cause: one mail for each. */
  async apply(tx: Tx, { orderId, paymentId, amountMinor }: Needed): Promise<void> {
    const found = await this.orders.run(orderId);
    if (found?.order.status === 'placed') await this.mails.write(tx, paymentId, layOut(paymentNeeded(found.facts, amountMinor)));
  }
}
