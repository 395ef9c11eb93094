import { Module } from '@nestjs/common';
import { KeepPromisesHandler } from './handlers/keep-promises.handler';
import { TakeImportedStockHandler } from './handlers/take-imported-stock.handler';
import { InventoryModule } from './inventory.module';

@Module({ imports: [InventoryModule], providers: [TakeImportedStockHandler, KeepPromisesHandler] })
export class InventoryJobsModule {}
