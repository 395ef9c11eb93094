import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { InventoryModule } from '@oneshelf/server-inventory';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PricingModule } from '@oneshelf/server-pricing';
import { ConfirmShipmentHandler } from './confirm-shipment/confirm-shipment.handler';
import { ConfirmShipmentUseCase } from './confirm-shipment/confirm-shipment.use-case';
import { MarketplaceModule } from './marketplace.module';
import { PushPoolHandler } from './push-stock/push-pool.handler';
import { PushStockHandler } from './push-stock/push-stock.handler';
import { DecideAmazonOrderUseCase } from './take-amazon-orders/decide-amazon-order.use-case';
import { OrderBook } from './take-amazon-orders/order-book';
import { QuoteAmazonOrderQuery } from './take-amazon-orders/quote-amazon-order.query';
import { TakeAmazonOrderBase } from './take-amazon-orders/take-amazon-order-base';
import { TakeAmazonOrderHandler } from './take-amazon-orders/take-amazon-order.handler';
import { TakeAmazonOrderUseCase } from './take-amazon-orders/take-amazon-order.use-case';

const HANDLERS = [PushStockHandler, PushPoolHandler, ConfirmShipmentHandler, TakeAmazonOrderHandler];

/** What happens after an event: quantities and shipments out, orders in. */
@Module({
  imports: [MarketplaceModule, OrganisationModule, CatalogModule, InventoryModule, PricingModule, OrdersModule],
  providers: [...HANDLERS, ConfirmShipmentUseCase, TakeAmazonOrderUseCase, TakeAmazonOrderBase, DecideAmazonOrderUseCase, OrderBook, QuoteAmazonOrderQuery],
})
export class MarketplaceJobsModule {}
