import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { CustomersModule } from '@oneshelf/server-customers';
import { InventoryModule } from '@oneshelf/server-inventory';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { PricingModule } from '@oneshelf/server-pricing';
import { CancelFacts } from './cancel-facts/cancel-facts.query';
import { CancelOrderUseCase } from './cancel-order/cancel-order.use-case';
import { DropOrder } from './cancel-order/drop-order';
import { BookCapture } from './capture-order/book-capture';
import { CaptureOrderUseCase } from './capture-order/capture-order.use-case';
import { PostMarketplaceSale } from './capture-order/post-marketplace-sale';
import { SettleOrder } from './capture-order/settle-order';
import { FollowPaymentUseCase } from './follow-payment/follow-payment.use-case';
import { NewOrderRepository } from './new-order.repository';
import { OrderNumbers } from './order-numbers.repository';
import { OrderRepository } from './order.repository';
import { PlaceMarketplaceOrderUseCase } from './place-marketplace-order/place-marketplace-order.use-case';
import { WriteMarketplaceOrder } from './place-marketplace-order/write-marketplace-order';
import { PlanOrder } from './place-order/plan-order';
import { PlaceOrderBase } from './place-order/place-order-base';
import { PlaceOrderUseCase } from './place-order/place-order.use-case';
import { PriceBasket } from './place-order/price-basket.query';
import { WriteOrder } from './place-order/write-order';
import { WriteOrderBase } from './place-order/write-order-base';
import { RecordProgressUseCase } from './record-progress/record-progress.use-case';
import { RecordTillSaleUseCase } from './record-till-sale/record-till-sale.use-case';
import { ConcludeAgain } from './renew-hold/conclude-again';
import { PayAgainUseCase } from './renew-hold/pay-again.use-case';
import { RenewHoldBase } from './renew-hold/renew-hold-base';
import { RenewHoldUseCase } from './renew-hold/renew-hold.use-case';
import { HoldBasketUseCase } from './hold-basket/hold-basket.use-case';
import { ListOrders } from './list-orders/list-orders.query';
import { OrderFacets } from './show-order/order-facets';
import { OrderQuery } from './show-order/order.query';
import { ShowOrder } from './show-order/show-order.query';
import { ShowReceipt } from './show-receipt/show-receipt.query';
import { StoredQuotes } from './stored-quotes/stored-quotes.query';
import { FindSources } from './sourcing/find-sources.query';
import { RoutingExclusions } from './sourcing/routing-exclusions.repository';
import { AvailableToShopper } from './storefront/available-to-shopper.query';
import { StorefrontCatalogue } from './storefront/storefront-catalogue.query';
import { StorefrontOrders } from './storefront/storefront-orders';
import { StorefrontPayments } from './storefront/storefront-payments';
import { StorefrontPrices } from './storefront/storefront-prices.query';
import { SweepBase } from './sweep-orders/sweep-base';
import { SweepOrdersUseCase } from './sweep-orders/sweep-orders.use-case';

const FACE = [
  PlaceOrderUseCase, PlaceMarketplaceOrderUseCase, RecordTillSaleUseCase, CancelOrderUseCase, RecordProgressUseCase, FollowPaymentUseCase, CaptureOrderUseCase, SweepOrdersUseCase,
  SettleOrder, OrderQuery, OrderFacets, OrderRepository, FindSources, RoutingExclusions, PriceBasket, ListOrders, ShowOrder, StorefrontCatalogue, StorefrontOrders,
  StoredQuotes, ShowReceipt, StorefrontPrices, HoldBasketUseCase, RenewHoldUseCase, PayAgainUseCase, CancelFacts,
];

@Module({
  imports: [OrganisationModule, CatalogModule, CustomersModule, PricingModule, InventoryModule, PaymentsModule],
  providers: [...FACE, NewOrderRepository, OrderNumbers, WriteOrder, WriteOrderBase, PlaceOrderBase, PlanOrder, AvailableToShopper, DropOrder, BookCapture, PostMarketplaceSale, SweepBase, WriteMarketplaceOrder, RenewHoldBase, ConcludeAgain, StorefrontPayments],
  exports: FACE,
})
export class OrdersModule {}
