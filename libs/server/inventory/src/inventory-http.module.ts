import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { CorrectionsController } from './corrections/corrections.controller';
import { CountsController } from './counts/counts.controller';
import { TillCountsController } from './counts/till-counts.controller';
import { InventoryModule } from './inventory.module';
import { ListMovementsQuery } from './show-stock/list-movements.query';
import { ListStockQuery } from './show-stock/list-stock.query';
import { ShowStockQuery } from './show-stock/show-stock.query';
import { StockController } from './show-stock/stock.controller';
import { StockSheetController } from './stock-sheet/stock-sheet.controller';
import { StockWorkModule } from './stock-work.module';
import { SubmitAdjustmentController } from './submit-adjustment/submit-adjustment.controller';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';
import { TillTransfersController } from './transfers/till-transfers.controller';
import { TransfersController } from './transfers/transfers.controller';

@Module({
  imports: [InventoryModule, StockWorkModule, OrganisationModule, CatalogModule],
  // The fixed words below /stock come before /stock/:variantId.
  controllers: [CorrectionsController, StockSheetController, CountsController, TillCountsController, TransfersController, TillTransfersController, SubmitAdjustmentController, StockController],
  providers: [ListStockQuery, ShowStockQuery, ListMovementsQuery, SubmitAdjustmentUseCase],
})
export class InventoryHttpModule {}
