import { Module } from '@nestjs/common';
import { OrdersController } from './orders.controller';
import { OrdersModule } from './orders.module';
import { ReceiptsController } from './show-receipt/receipts.controller';
import { StorefrontCatalogueController } from './storefront/storefront-catalogue.controller';
import { StorefrontHoldsController } from './storefront/storefront-holds.controller';
import { StorefrontPricesController } from './storefront/storefront-prices.controller';
import { StorefrontOrdersController } from './storefront/storefront-orders.controller';

@Module({ imports: [OrdersModule], controllers: [OrdersController, StorefrontCatalogueController, StorefrontHoldsController, StorefrontOrdersController, StorefrontPricesController, ReceiptsController] })
export class OrdersHttpModule {}
