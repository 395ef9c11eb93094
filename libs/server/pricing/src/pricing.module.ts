import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { DraftRepository } from './draft.repository';
import { LoadPriceBook } from './load-price-book/load-price-book.use-case';
import { PriceBookRepository } from './price-book.repository';
import { BelowCostQuery } from './publish-prices/below-cost.query';
import { PublishPricesUseCase } from './publish-prices/publish-prices.use-case';
import { ReleaseRepository } from './release.repository';
import { VersionRepository } from './version.repository';

@Module({
  imports: [CatalogModule, OrganisationModule],
  providers: [ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, BelowCostQuery, LoadPriceBook, PublishPricesUseCase],
  exports: [ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, LoadPriceBook, PublishPricesUseCase],
})
export class PricingModule {}
