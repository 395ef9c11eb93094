import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryModule } from './inventory.module';
import { BreachesController } from './watch-stock/breaches.controller';
import { ListBreachesQuery } from './watch-stock/list-breaches.query';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';

@Module({
  imports: [InventoryModule, OrganisationModule, CatalogModule],
  controllers: [BreachesController, StockController, SubmitAdjustmentController],
  providers: [ListBreachesQuery, ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase],
})
export class InventoryHttpModule {}
