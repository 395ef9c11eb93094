import { Module } from '@nestjs/common';
import { ImportProductsModule } from './import-products/import-products.module';
import { RunImportHandler } from './import-products/run-import/run-import.handler';
import { RunImportUseCase } from './import-products/run-import/run-import.use-case';

@Module({ imports: [ImportProductsModule], providers: [RunImportUseCase, RunImportHandler] })
export class CatalogJobsModule {}
