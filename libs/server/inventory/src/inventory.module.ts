import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
import { AvailabilityQuery } from './availability/availability.query';
import { ChannelExposureQuery } from './channel-exposure/channel-exposure.query';
import { SalesPaceQuery } from './channel-exposure/sales-pace.query';
import { AssembleKitUseCase } from './bundles/assemble-kit.use-case';
import { AssemblyWorth } from './bundles/assembly-worth';
import { ComponentsQuery } from './bundles/components.query';
import { SetComponentsUseCase } from './bundles/set-components.use-case';
import { SoldBundles } from './bundles/sold-bundles.query';
import { CostRepository } from './cost-stock/cost.repository';
import { CostStockUseCase } from './cost-stock/cost-stock.use-case';
import { HoldQueue } from './hold-stock/hold-queue';
import { HoldStockUseCase } from './hold-stock/hold-stock.use-case';
import { StockHoldRepository } from './hold-stock/stock-hold.repository';
import { ExpectGoodsUseCase } from './expect-goods/expect-goods.use-case';
import { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
import { CheckpointRepository } from './keep-ledger/checkpoint.repository';
import { KeepLedgerUseCase } from './keep-ledger/keep-ledger.use-case';
import { GrantTargetsQuery } from './grant-to-register/grant-targets.query';
import { GrantToRegisterUseCase } from './grant-to-register/grant-to-register.use-case';
import { RegisterGrantRepository } from './grant-to-register/register-grant.repository';
import { SweepGrantsUseCase } from './grant-to-register/sweep-grants.use-case';
import { LotsToTakeQuery } from './lots/lots-to-take.query';
import { MoveExpiredLotsUseCase } from './lots/move-expired-lots.use-case';
import { NameLotsUseCase } from './lots/name-lots.use-case';
import { LedgerFacts } from './ledger-facts/ledger-facts.query';
import { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
import { LevelFoldRepository } from './rebuild-stock-levels/level-fold.repository';
import { FollowPromiseDaysUseCase } from './promise-stock/follow-promise-days.use-case';
import { KeepPromisesUseCase } from './promise-stock/keep-promises.use-case';
import { PromiseStockUseCase } from './promise-stock/promise-stock.use-case';
import { PromiseRepository } from './promise-stock/promise.repository';
import { RebuildStockLevelsUseCase } from './rebuild-stock-levels/rebuild-stock-levels.use-case';
import { ReceiveStockUseCase } from './receive-stock/receive-stock.use-case';
import { RevalueStockUseCase } from './receive-stock/revalue-stock.use-case';
import { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
import { ReservationRepository } from './reservation.repository';
import { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from './return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
import { RepairLevelUseCase } from './watch-stock/repair-level.use-case';
import { StockBreachRepository } from './watch-stock/stock-breach.repository';
import { StockWatchRepository } from './watch-stock/stock-watch.repository';
import { WatchStockUseCase } from './watch-stock/watch-stock.use-case';
import { WatchedLevelsQuery } from './watch-stock/watched-levels.query';
import { SerialFoldRepository } from './serials/serial-fold.repository';
import { SerialWords } from './serials/serial-words';
import { SoldRecipeRepository } from './sold-recipe.repository';
import { StockLedgerRepository } from './stock-ledger.repository';
import { TakeOpeningStockUseCase } from './take-opening-stock/take-opening-stock.use-case';

const FACE = [
  ReserveStockUseCase, ReleaseStockUseCase, MoveReservationUseCase, FulfilStockUseCase, SellAtCounterUseCase, ReturnStockUseCase,
  AdjustStockUseCase, RebuildStockLevelsUseCase, TakeOpeningStockUseCase, AvailabilityQuery, LedgerFacts, HoldStockUseCase,
  ExpectGoodsUseCase, KeepLedgerUseCase, WatchStockUseCase, RepairLevelUseCase, StockBreachRepository,
  ChannelExposureQuery, SalesPaceQuery, GrantToRegisterUseCase, SweepGrantsUseCase,
  CostStockUseCase, ReceiveStockUseCase, RevalueStockUseCase, NameLotsUseCase, MoveExpiredLotsUseCase, LotsToTakeQuery, SerialWords,
  AssembleKitUseCase, ComponentsQuery, SetComponentsUseCase, SoldBundles,
  PromiseStockUseCase, KeepPromisesUseCase, FollowPromiseDaysUseCase, PromiseRepository,
];

const INSIDE = [
  StockLedgerRepository, ReservationRepository, StockHoldRepository, HoldQueue, CheckpointRepository, LevelFoldRepository, SerialFoldRepository,
  StockWatchRepository, WatchedLevelsQuery, CostRepository, RegisterGrantRepository, GrantTargetsQuery,
  SoldRecipeRepository, AssemblyWorth,
];

@Module({ imports: [CatalogModule, OrganisationModule], providers: [...INSIDE, ...FACE], exports: FACE })
export class InventoryModule {}
