import { Module } from '@nestjs/common';
import { OrdersModule } from '@oneshelf/server-orders';
import { PaymentsModule } from '@oneshelf/server-payments';
import { SettleReturnHandler } from './handlers/settle-return.handler';
import { ReturnRepository } from './return.repository';

@Module({ imports: [OrdersModule, PaymentsModule], providers: [SettleReturnHandler, ReturnRepository] })
export class ReturnsJobsModule {}
