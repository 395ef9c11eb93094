import { Module } from '@nestjs/common';
import { FulfilmentOrdersController } from './fulfilment-orders.controller';
import { FulfilmentModule } from './fulfilment.module';
import { PickupsController } from './pickups.controller';

@Module({ imports: [FulfilmentModule], controllers: [PickupsController, FulfilmentOrdersController] })
export class FulfilmentHttpModule {}
