export { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
export { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
export { InventoryModule } from './inventory.module';
export { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
export { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
export { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
export { ReturnStockUseCase } from './return-stock/return-stock.use-case';
export { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
