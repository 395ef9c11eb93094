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
import { CorrectionsController } from './corrections/corrections.controller';
import { CountsController } from './counts/counts.controller';
import { TillCountsController } from './counts/till-counts.controller';
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
import { StockWorkModule } from './stock-work.module';
import { SetPolicyUseCase } from './set-policy/set-policy.use-case';
import { PromisesController } from './show-promises/promises.controller';
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
  controllers: [BreachesController, StockController, SubmitAdjustmentController, ExplainStockController, CorrectionsController, StockSheetController, CountsController, TillCountsController, TransfersController, TillTransfersController, ValuationController, AvailabilityController, PromisesController, ComponentsController],
  providers: [ListBreachesQuery, ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase, StockAsOfQuery, StockNowQuery, ExplainStockQuery, CausesOfPeriodQuery, StockOverTimeQuery, StockValuationQuery, ValuedLevels, LevelsNowQuery, PromisesQuery, SetPolicyUseCase],
  // The fixed words below /stock come before /stock/:variantId.
})
export class InventoryHttpModule {}
