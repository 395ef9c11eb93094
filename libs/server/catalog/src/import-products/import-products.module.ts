import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { ImportRunRepository } from './import-run.repository';
import { ApplyProducts } from './plan/apply-products';
import { CatalogueImportRepository } from './plan/catalogue-import.repository';
import { ReadRun } from './read-run';

const parts = [ImportRunRepository, CatalogueImportRepository, ApplyProducts, ReadRun];

/** What the api's dry run and the worker's import share. */
@Module({ imports: [OrganisationModule], providers: parts, exports: [...parts, OrganisationModule] })
export class ImportProductsModule {}
