import { Module } from '@nestjs/common';
import { ConfirmShipmentHandler } from './confirm-shipment/confirm-shipment.handler';
import { ConfirmShipmentUseCase } from './confirm-shipment/confirm-shipment.use-case';
import { MarketplaceModule } from './marketplace.module';
import { PushStockHandler } from './push-stock/push-stock.handler';

/** What goes out to marketplaces: quantities and shipments. */
@Module({ imports: [MarketplaceModule], providers: [PushStockHandler, ConfirmShipmentHandler, ConfirmShipmentUseCase] })
export class MarketplaceJobsModule {}
