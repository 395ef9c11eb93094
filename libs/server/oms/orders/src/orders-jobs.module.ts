import { Module } from '@nestjs/common';
import { CustomersModule } from '@oneshelf/server-customers';
import { CaptureAfterShortHandler } from './handlers/capture-after-short.handler';
import { CaptureFulfilledHandler } from './handlers/capture-fulfilled.handler';
import { FollowPaymentHandler } from './handlers/follow-payment.handler';
import { LinkCustomerHandler } from './handlers/link-customer.handler';
import { LookThereAgainHandler } from './handlers/look-there-again.handler';
import { ReleasePaymentHandler } from './handlers/release-payment.handler';
import { RenewHoldHandler } from './handlers/renew-hold.handler';
import { OrdersModule } from './orders.module';

@Module({ imports: [OrdersModule, CustomersModule], providers: [CaptureFulfilledHandler, CaptureAfterShortHandler, ReleasePaymentHandler, RenewHoldHandler, FollowPaymentHandler, LinkCustomerHandler, LookThereAgainHandler] })
export class OrdersJobsModule {}
