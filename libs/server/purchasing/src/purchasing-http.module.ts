import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { IdentityModule } from '@oneshelf/server-identity';
import { InventoryModule } from '@oneshelf/server-inventory';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { OrderPlaces } from './edit-order/order-places';
import { PutPurchaseOrderUseCase } from './edit-order/put-purchase-order.use-case';
import { ReadOrderRowsQuery } from './edit-order/read-order-rows.query';
import { ExpectOrder } from './expect-order';
import { AddLandedCostUseCase } from './landed-cost/add-landed-cost.use-case';
import { LandedCostRepository } from './landed-cost/landed-cost.repository';
import { LandedGoods } from './landed-cost/landed-goods';
import { PutSupplierUseCase } from './manage-suppliers/put-supplier.use-case';
import { SuppliersController } from './manage-suppliers/suppliers.controller';
import { SuppliersQuery } from './manage-suppliers/suppliers.query';
import { MoveOrderUseCase } from './move-order/move-order.use-case';
import { PurchaseOrderRepository } from './purchase-order.repository';
import { PurchaseOrdersController } from './purchase-orders.controller';
import { GoodsReceiptRepository } from './receive-goods/goods-receipt.repository';
import { GoodsReceiptsController } from './receive-goods/goods-receipts.controller';
import { ReceiptSurroundings } from './receive-goods/receipt-surroundings';
import { ReceivedPieces } from './receive-goods/received-pieces';
import { ReceivedWeightController } from './receive-goods/received-weight.controller';
import { ReceivedWeightQuery } from './receive-goods/received-weight.query';
import { ReceivedWeights } from './receive-goods/received-weights';
import { ReceiveGoodsUseCase } from './receive-goods/receive-goods.use-case';
import { TillReceivingController } from './receive-goods/till-receiving.controller';
import { OrderHeadsQuery } from './show-orders/order-heads.query';
import { OrderLinesQuery } from './show-orders/order-lines.query';
import { SeenOrders } from './show-orders/seen-orders';
import { ShowOrderQuery } from './show-orders/show-order.query';
import { TillOrdersQuery } from './show-orders/till-orders.query';
import { SupplierRepository } from './supplier.repository';

@Module({
  imports: [CatalogModule, IdentityModule, InventoryModule, OrganisationModule],
  // The receipts' routes stand before those that take any act.
  controllers: [SuppliersController, GoodsReceiptsController, PurchaseOrdersController, TillReceivingController, ReceivedWeightController],
  providers: [
    SupplierRepository, SuppliersQuery, PutSupplierUseCase, PurchaseOrderRepository, OrderPlaces,  ExpectOrder, PutPurchaseOrderUseCase, ReadOrderRowsQuery, MoveOrderUseCase,
    GoodsReceiptRepository, ReceiptSurroundings, ReceivedPieces, ReceivedWeights, ReceivedWeightQuery, ReceiveGoodsUseCase, LandedCostRepository, LandedGoods, AddLandedCostUseCase, OrderHeadsQuery, OrderLinesQuery, ShowOrderQuery, SeenOrders, TillOrdersQuery,
  ],
})
export class PurchasingHttpModule {}
