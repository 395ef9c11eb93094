import { Module } from '@nestjs/common';
import { CostMovedStockHandler } from './handlers/cost-moved-stock.handler';
import { TakeImportedStockHandler } from './handlers/take-imported-stock.handler';
import { InventoryModule } from './inventory.module';

@Module({ imports: [InventoryModule], providers: [CostMovedStockHandler, TakeImportedStockHandler] })
export class InventoryJobsModule {}
