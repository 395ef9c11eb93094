import { Module } from '@nestjs/common';
import { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
import { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
import { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
import { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
import { ReservationRepository } from './reservation.repository';
import { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from './return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
import { StockLedgerRepository } from './stock-ledger.repository';

const USE_CASES = [ReserveStockUseCase, ReleaseStockUseCase, MoveReservationUseCase, FulfilStockUseCase, SellAtCounterUseCase, ReturnStockUseCase, AdjustStockUseCase];

@Module({ providers: [StockLedgerRepository, ReservationRepository, ...USE_CASES], exports: USE_CASES })
export class InventoryModule {}
