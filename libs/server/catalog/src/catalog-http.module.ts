import { Module } from '@nestjs/common';
import { CancelImportUseCase } from './import-products/cancel-import/cancel-import.use-case';
import { CheckImportUseCase } from './import-products/check-import/check-import.use-case';
import { ImportFilesController } from './import-products/import-files.controller';
import { ImportProductsModule } from './import-products/import-products.module';
import { ImportsController } from './import-products/imports.controller';
import { ImportsQuery } from './import-products/list-imports/imports.query';
import { MapImportUseCase } from './import-products/map-import/map-import.use-case';
import { RejectedRowsQuery } from './import-products/rejected-rows/rejected-rows.query';
import { StartImportUseCase } from './import-products/start-import/start-import.use-case';
import { UploadImportUseCase } from './import-products/upload-import/upload-import.use-case';
import { AttributesController } from './list-attributes/attributes.controller';
import { AttributesQuery } from './list-attributes/attributes.query';
import { ListProductsQuery } from './list-products/list-products.query';
import { ProductsController } from './list-products/products.controller';
import { ShowProductQuery } from './show-product/show-product.query';

@Module({
  imports: [ImportProductsModule],
  controllers: [ProductsController, ImportsController, ImportFilesController, AttributesController],
  providers: [
    ListProductsQuery, ShowProductQuery, ImportsQuery, RejectedRowsQuery, UploadImportUseCase, MapImportUseCase, CheckImportUseCase, StartImportUseCase, CancelImportUseCase, AttributesQuery,
  ],
})
export class CatalogHttpModule {}
