import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AvailabilityController } from './availability/availability.controller';
import { LevelsNowQuery } from './availability/levels-now.query';
import { CausesOfPeriodQuery } from './explain-stock/causes-of-period.query';
import { ExplainStockController } from './explain-stock/explain-stock.controller';
import { ExplainStockQuery } from './explain-stock/explain-stock.query';
import { StockOverTimeQuery } from './explain-stock/stock-over-time.query';
import { InventoryModule } from './inventory.module';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { StockAsOfQuery } from './stock-as-of/stock-as-of.query';
import { StockNowQuery } from './stock-as-of/stock-now.query';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';

@Module({
  imports: [InventoryModule, OrganisationModule, CatalogModule],
  controllers: [StockController, AvailabilityController, ExplainStockController, SubmitAdjustmentController],
  providers: [LevelsNowQuery, ListStockQuery, ShowStockQuery, ListMovementsQuery, StockAsOfQuery, StockNowQuery, ExplainStockQuery, CausesOfPeriodQuery, StockOverTimeQuery, SubmitAdjustmentUseCase],
})
export class InventoryHttpModule {}
