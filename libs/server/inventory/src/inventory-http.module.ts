import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryModule } from './inventory.module';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';
import { StockValuationQuery } from './value-stock/stock-valuation.query';
import { ValuationController } from './value-stock/valuation.controller';
import { ValuedLevels } from './value-stock/valued-levels.query';

@Module({
  imports: [InventoryModule, OrganisationModule, CatalogModule],
  controllers: [ValuationController, StockController, SubmitAdjustmentController],
  providers: [StockValuationQuery, ValuedLevels, ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase],
})
export class InventoryHttpModule {}
