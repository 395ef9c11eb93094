import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
import { AvailabilityQuery } from './availability/availability.query';
import { HoldQueue } from './hold-stock/hold-queue';
import { HoldStockUseCase } from './hold-stock/hold-stock.use-case';
import { StockHoldRepository } from './hold-stock/stock-hold.repository';
import { ExpectGoodsUseCase } from './expect-goods/expect-goods.use-case';
import { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
import { LedgerFacts } from './ledger-facts/ledger-facts.query';
import { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
import { FollowPromiseDaysUseCase } from './promise-stock/follow-promise-days.use-case';
import { KeepPromisesUseCase } from './promise-stock/keep-promises.use-case';
import { PromiseStockUseCase } from './promise-stock/promise-stock.use-case';
import { PromiseRepository } from './promise-stock/promise.repository';
import { RebuildStockLevelsUseCase } from './rebuild-stock-levels/rebuild-stock-levels.use-case';
import { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
import { ReservationRepository } from './reservation.repository';
import { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from './return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
import { StockLedgerRepository } from './stock-ledger.repository';
import { TakeOpeningStockUseCase } from './take-opening-stock/take-opening-stock.use-case';

const FACE = [
  ReserveStockUseCase, ReleaseStockUseCase, MoveReservationUseCase, FulfilStockUseCase, SellAtCounterUseCase, ReturnStockUseCase,
  AdjustStockUseCase, RebuildStockLevelsUseCase, TakeOpeningStockUseCase, AvailabilityQuery, LedgerFacts, HoldStockUseCase,
  PromiseStockUseCase, KeepPromisesUseCase, FollowPromiseDaysUseCase,
  ExpectGoodsUseCase,
];

@Module({ imports: [OrganisationModule], providers: [StockLedgerRepository, ReservationRepository, StockHoldRepository, HoldQueue, PromiseRepository, ...FACE], exports: [...FACE, PromiseRepository] })
export class InventoryModule {}
