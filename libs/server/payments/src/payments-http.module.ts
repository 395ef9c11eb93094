import { Module } from '@nestjs/common';
import { PaymentsModule } from './payments.module';
import { CardPaymentsController } from './terminal/card-payments.controller';
import { StripeWebhookController } from './webhook/stripe-webhook.controller';

@Module({ imports: [PaymentsModule], controllers: [CardPaymentsController, StripeWebhookController] })
export class PaymentsHttpModule {}
