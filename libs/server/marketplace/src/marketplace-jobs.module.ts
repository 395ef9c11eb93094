import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ConfirmShipmentHandler } from './confirm-shipment/confirm-shipment.handler';
import { ConfirmShipmentUseCase } from './confirm-shipment/confirm-shipment.use-case';
import { MarketplaceModule } from './marketplace.module';
import { PushStockHandler } from './push-stock/push-stock.handler';
import { DecideAmazonOrderUseCase } from './take-amazon-orders/decide-amazon-order.use-case';
import { OrderBook } from './take-amazon-orders/order-book';
import { TakeAmazonOrderHandler } from './take-amazon-orders/take-amazon-order.handler';
import { TakeAmazonOrderUseCase } from './take-amazon-orders/take-amazon-order.use-case';

/** Handlers of the marketplace. Who takes orders in is given by the composition. */
@Module({})
export class MarketplaceJobsModule {
  static with(orders: { book: Type<OrderBook>; imports: NonNullable<DynamicModule['imports']> }): DynamicModule {
    return {
      module: MarketplaceJobsModule,
      imports: [MarketplaceModule, ...orders.imports],
      providers: [{ provide: OrderBook, useClass: orders.book }, PushStockHandler, TakeAmazonOrderHandler, ConfirmShipmentHandler, TakeAmazonOrderUseCase, DecideAmazonOrderUseCase, ConfirmShipmentUseCase],
    };
  }
}
