import { Module } from '@nestjs/common';
import { FollowHintHandler } from './handlers/follow-hint.handler';
import { SendRefundsHandler } from './handlers/send-refunds.handler';
import { PaymentsModule } from './payments.module';

@Module({ imports: [PaymentsModule], providers: [SendRefundsHandler, FollowHintHandler] })
export class PaymentsJobsModule {}
