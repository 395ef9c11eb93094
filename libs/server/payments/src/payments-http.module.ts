import { Module } from '@nestjs/common';
import { MendRefundController } from './mend-refund/mend-refund.controller';
import { PaymentsModule } from './payments.module';
import { CardPaymentsController } from './terminal/card-payments.controller';
import { StripeWebhookController } from './webhook/stripe-webhook.controller';

@Module({ imports: [PaymentsModule], controllers: [CardPaymentsController, StripeWebhookController, MendRefundController] })
export class PaymentsHttpModule {}
