import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryModule } from './inventory.module';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { SetPolicyUseCase } from './set-policy/set-policy.use-case';
import { PromisesController } from './show-promises/promises.controller';
import { PromisesQuery } from './show-promises/promises.query';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';

@Module({
  imports: [InventoryModule, OrganisationModule, CatalogModule],
  controllers: [PromisesController, StockController, SubmitAdjustmentController],
  providers: [PromisesQuery, SetPolicyUseCase, ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase],
})
export class InventoryHttpModule {}
