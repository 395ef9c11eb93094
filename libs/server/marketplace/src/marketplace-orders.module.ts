import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { MarketplaceModule } from './marketplace.module';
import { DecideAmazonOrderUseCase } from './take-amazon-orders/decide-amazon-order.use-case';
import { OrderBook } from './take-amazon-orders/order-book';
import { TakeAmazonOrderHandler } from './take-amazon-orders/take-amazon-order.handler';
import { TakeAmazonOrderUseCase } from './take-amazon-orders/take-amazon-order.use-case';

/** What comes in from marketplaces: orders. Who takes them is given by the composition. */
@Module({})
export class MarketplaceOrdersModule {
  static with(orders: { book: Type<OrderBook>; imports: NonNullable<DynamicModule['imports']> }): DynamicModule {
    return {
      module: MarketplaceOrdersModule,
      imports: [MarketplaceModule, ...orders.imports],
      providers: [{ provide: OrderBook, useClass: orders.book }, TakeAmazonOrderHandler, TakeAmazonOrderUseCase, DecideAmazonOrderUseCase],
    };
  }
}
