import { ReceiptRequested } from '@oneshelf/contracts';
import type { Quote } from '@oneshelf/domain-pricing';
import { type EventContext, HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { OrderQuery } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { MailRepository } from '../mail.repository';
import { lineFacts, ReadOrderFacts, storeFacts } from '../read-order-facts';
import { layOut } from '../write-mail/mail';
import { localTime, mailLocale } from '../write-mail/mail-words';
import { saleReceipt } from '../write-mail/sale-receipt';

interface Request {
  orderId: string;
  email: string;
  locale: string;
  receiptToken?: string | undefined;
}

@HandlesEvent({ id: 'messages.write-receipt', event: ReceiptRequested, queue: 'database' })
export class WriteReceiptHandler implements TransactionHandler<Request> {
  constructor(
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly payments: PaymentsOfOrder,
    private readonly mails: MailRepository,
    private readonly facts: ReadOrderFacts,
  ) {}

  /** Each request is a mail of its own: a customer may ask again, or for another address. */
  async apply(tx: Tx, request: Request, { eventId }: EventContext): Promise<void> {
    const order = await this.orders.byId(request.orderId, tx);
    if (!order?.soldAtLocationId) throw new Error(`There is no sale ${request.orderId} of a till. No mail was written.`);
    const location = await this.organisation.location(order.soldAtLocationId);
    // The order keeps the till's whole quote; its type shows other modules only a part.
    const quote = order.quote as unknown as Pick<Quote, 'discounts' | 'manualDiscounts' | 'taxes'>;
    const locale = mailLocale(request.locale);
    const payments = await this.payments.views(order.id);
    const content = saleReceipt({
      number: order.number, recipient: request.email, locale, currency: order.currency, store: storeFacts(location), soldAt: localTime(order.placedAt, { locale, timeZone: location.timeZone }),
      lines: order.lines.map(lineFacts), discountMinor: order.discountMinor, taxMinor: order.taxMinor, totalMinor: order.totalMinor,
      discounts: [...quote.discounts, ...(quote.manualDiscounts ?? []).map(({ reason, amountMinor }) => ({ name: reason, amountMinor }))], taxes: quote.taxes,
      ...(request.receiptToken === undefined ? {} : { receiptUrl: this.facts.receiptUrl(request.receiptToken) }), tenders: payments.map(({ kind, cardLabel, amountMinor }) => ({ kind, cardLabel, amountMinor })),
    });
    await this.mails.write(tx, eventId, layOut(content));
  }
}
