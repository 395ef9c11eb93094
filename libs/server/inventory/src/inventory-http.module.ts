import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AvailabilityController } from './availability/availability.controller';
import { LevelsNowQuery } from './availability/levels-now.query';
import { ComponentsController } from './bundles/components.controller';
import { CausesOfPeriodQuery } from './explain-stock/causes-of-period.query';
import { ExplainStockController } from './explain-stock/explain-stock.controller';
import { ExplainStockQuery } from './explain-stock/explain-stock.query';
import { StockOverTimeQuery } from './explain-stock/stock-over-time.query';
import { ChangeHowKeptUseCase } from './change-how-kept/change-how-kept.use-case';
import { BinsController } from './bins/bins.controller';
import { HowKeptController } from './change-how-kept/how-kept.controller';
import { UnitsInUseQuery } from './change-how-kept/units-in-use.query';
import { CorrectionsController } from './corrections/corrections.controller';
import { CountsController } from './counts/counts.controller';
import { TillCountsController } from './counts/till-counts.controller';
import { LotRulesUseCase } from './lots/lot-rules.use-case';
import { LotsController } from './lots/lots.controller';
import { LotsQuery } from './lots/lots.query';
import { TraceCsv } from './lots/trace-csv';
import { InventoryModule } from './inventory.module';
import { BreachesController } from './watch-stock/breaches.controller';
import { ListBreachesQuery } from './watch-stock/list-breaches.query';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { StockAsOfQuery } from './stock-as-of/stock-as-of.query';
import { StockNowQuery } from './stock-as-of/stock-now.query';
import { StockSheetController } from './stock-sheet/stock-sheet.controller';
import { SerialsController } from './serials/serials.controller';
import { SerialsQuery } from './serials/serials.query';
import { StockWorkModule } from './stock-work.module';
import { SetPolicyUseCase } from './set-policy/set-policy.use-case';
import { PromisesController } from './show-promises/promises.controller';
import { PoliciesQuery } from './show-promises/policies.query';
import { PromisesQuery } from './show-promises/promises.query';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';
import { TillTransfersController } from './transfers/till-transfers.controller';
import { TransfersController } from './transfers/transfers.controller';
import { StockValuationQuery } from './value-stock/stock-valuation.query';
import { ValuationController } from './value-stock/valuation.controller';
import { ValuedLevels } from './value-stock/valued-levels.query';

@Module({
  imports: [CatalogModule, InventoryModule, OrganisationModule, StockWorkModule],
  controllers: [BreachesController, BinsController, SerialsController, LotsController, StockController, SubmitAdjustmentController, ExplainStockController, CorrectionsController, StockSheetController, CountsController, TillCountsController, TransfersController, TillTransfersController, ValuationController, AvailabilityController, PromisesController, ComponentsController, HowKeptController],
  providers: [ListBreachesQuery, ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase, StockAsOfQuery, StockNowQuery, ExplainStockQuery, CausesOfPeriodQuery, StockOverTimeQuery, StockValuationQuery, ValuedLevels, LevelsNowQuery, PromisesQuery, PoliciesQuery, SetPolicyUseCase, SerialsQuery, LotRulesUseCase, LotsQuery, TraceCsv, ChangeHowKeptUseCase, UnitsInUseQuery],
  // The fixed words below /stock come before /stock/:variantId.
})
export class InventoryHttpModule {}
