import { Module } from '@nestjs/common';
import { FulfilmentModule } from './fulfilment.module';
import { CancelPartsHandler } from './handlers/cancel-parts.handler';
import { RouteKeptPromiseHandler } from './handlers/route-kept-promise.handler';
import { RouteOrderHandler } from './handlers/route-order.handler';

@Module({ imports: [FulfilmentModule], providers: [RouteOrderHandler, RouteKeptPromiseHandler, CancelPartsHandler] })
export class FulfilmentJobsModule {}
