import { Module } from '@nestjs/common';
import { TakeImportedStockHandler } from './handlers/take-imported-stock.handler';
import { InventoryModule } from './inventory.module';

@Module({ imports: [InventoryModule], providers: [TakeImportedStockHandler] })
export class InventoryJobsModule {}
