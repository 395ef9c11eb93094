import { Module } from '@nestjs/common';
import { CostMovedStockHandler } from './handlers/cost-moved-stock.handler';
import { KeepPromisesHandler } from './handlers/keep-promises.handler';
import { TakeImportedStockHandler } from './handlers/take-imported-stock.handler';
import { InventoryModule } from './inventory.module';

@Module({ imports: [InventoryModule], providers: [CostMovedStockHandler, KeepPromisesHandler, TakeImportedStockHandler] })
export class InventoryJobsModule {}
