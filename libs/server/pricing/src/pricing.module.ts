import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { DraftRepository } from './draft.repository';
import { LoadPriceBook } from './load-price-book/load-price-book.use-case';
import { PriceBookRepository } from './price-book.repository';
import { PromotionUseRepository } from './promotion-use.repository';
import { BelowCostQuery } from './publish-prices/below-cost.query';
import { PublishPricesUseCase } from './publish-prices/publish-prices.use-case';
import { RebuildPromotionCountersUseCase } from './rebuild-promotion-counters/rebuild-promotion-counters.use-case';
import { ReleaseRepository } from './release.repository';
import { QuoteWithinLimits } from './use-promotions/quote-within-limits.query';
import { UsePromotionsUseCase } from './use-promotions/use-promotions.use-case';
import { VersionRepository } from './version.repository';

@Module({
  imports: [CatalogModule, OrganisationModule],
  providers: [ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, BelowCostQuery, LoadPriceBook, PublishPricesUseCase, PromotionUseRepository, QuoteWithinLimits, UsePromotionsUseCase, RebuildPromotionCountersUseCase],
  exports: [ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, LoadPriceBook, PublishPricesUseCase, QuoteWithinLimits, UsePromotionsUseCase, RebuildPromotionCountersUseCase],
})
export class PricingModule {}
