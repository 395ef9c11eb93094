import { Module } from '@nestjs/common';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { ReturnsModule } from '@oneshelf/server-returns';
import { WriteOrderPlacedHandler } from './handlers/write-order-placed.handler';
import { WritePaymentNeededHandler } from './handlers/write-payment-needed.handler';
import { WritePickupReadyHandler } from './handlers/write-pickup-ready.handler';
import { WritePromiseMovedHandler } from './handlers/write-promise-moved.handler';
import { WriteReceiptHandler } from './handlers/write-receipt.handler';
import { WriteReturnRefundedHandler } from './handlers/write-return-refunded.handler';
import { WriteUnitsUnavailableHandler } from './handlers/write-units-unavailable.handler';
import { MessagesModule } from './messages.module';
import { ReadOrderFacts } from './read-order-facts';
import { MailTransport } from './send-mail/mail-transport';
import { SendMailHandler } from './send-mail/send-mail.handler';

const handlers = [WriteOrderPlacedHandler, WritePickupReadyHandler, WriteUnitsUnavailableHandler, WritePromiseMovedHandler, WritePaymentNeededHandler, WriteReturnRefundedHandler, WriteReceiptHandler, SendMailHandler];

/** Writes mail when something happened, and sends what is written. Returns hands its reader to the facets of orders. */
@Module({
  imports: [MessagesModule, OrdersModule, OrganisationModule, PaymentsModule, ReturnsModule],
  providers: [ReadOrderFacts, MailTransport, ...handlers],
})
export class MessagesJobsModule {}
