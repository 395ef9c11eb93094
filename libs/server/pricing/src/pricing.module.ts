import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { CustomersModule } from '@oneshelf/server-customers';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { BookAtInstant } from './book-at-instant/book-at-instant.query';
import { ApprovalNeededQuery } from './approve-prices/approval-needed.query';
import { ApprovalRepository } from './approve-prices/approval.repository';
import { WaitingApprovals } from './approve-prices/waiting-approvals.query';
import { ReviewedDrafts } from './predict-draft/reviewed-drafts';
import { PriceFloorRepository } from './price-floors/price-floor.repository';
import { PublishGuard } from './publish-prices/publish-guard';
import { PublishedVersions } from './roll-back/published-versions.query';
import { ClashRepository } from './settle-clashes/clash.repository';
import { BookRepository } from './book.repository';
import { DerivationFactsQuery } from './derive-prices/derivation-facts.query';
import { DerivePrices } from './derive-prices/derive-prices.use-case';
import { DerivedPriceRepository } from './derive-prices/derived-price.repository';
import { DraftEditRepository } from './draft-edit.repository';
import { DraftRepository } from './draft.repository';
import { LoadPriceBook } from './load-price-book/load-price-book.use-case';
import { PriceBookRepository } from './price-book.repository';
import { PriceReviews } from './price-reviews';
import { PromotionUseRepository } from './promotion-use.repository';
import { LowestPriceQuery } from './price-history/lowest-price.query';
import { PastBooksQuery } from './price-history/past-books.query';
import { BelowCostQuery } from './publish-prices/below-cost.query';
import { PublishPricesUseCase } from './publish-prices/publish-prices.use-case';
import { RebuildPromotionCountersUseCase } from './rebuild-promotion-counters/rebuild-promotion-counters.use-case';
import { ReferencePriceRepository } from './reference-prices/reference-price.repository';
import { ReleaseRepository } from './release.repository';
import { FindPromotionCode } from './use-promotions/find-promotion-code.query';
import { QuoteWithinLimits } from './use-promotions/quote-within-limits.query';
import { ComingPriceRepository } from './schedule-prices/coming-price.repository';
import { DeriveComingPrices } from './schedule-prices/derive-coming-prices';
import { ReleasePrices } from './schedule-prices/release-prices';
import { TurnTimesQuery } from './schedule-prices/turn-times.query';
import { UsePromotionsUseCase } from './use-promotions/use-promotions.use-case';
import { VersionRepository } from './version.repository';

@Module({
  imports: [CatalogModule, CustomersModule, OrganisationModule],
  providers: [ComingPriceRepository, DeriveComingPrices, ReleasePrices, TurnTimesQuery, LowestPriceQuery, PastBooksQuery, BookRepository, DerivationFactsQuery, DerivePrices, DerivedPriceRepository, ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, BelowCostQuery, LoadPriceBook, PublishPricesUseCase, PromotionUseRepository, QuoteWithinLimits, UsePromotionsUseCase, RebuildPromotionCountersUseCase, BookAtInstant, ReferencePriceRepository, DraftEditRepository, FindPromotionCode, ApprovalNeededQuery, ApprovalRepository, ClashRepository, PriceFloorRepository, PriceReviews, PublishedVersions, ReviewedDrafts, WaitingApprovals, PublishGuard],
  exports: [DeriveComingPrices, ReleasePrices, LowestPriceQuery, BookRepository, BelowCostQuery, DerivePrices, DerivedPriceRepository, ReleaseRepository, PriceBookRepository, DraftRepository, VersionRepository, LoadPriceBook, PublishPricesUseCase, QuoteWithinLimits, UsePromotionsUseCase, RebuildPromotionCountersUseCase, BookAtInstant, ReferencePriceRepository, DraftEditRepository, FindPromotionCode, ApprovalNeededQuery, ApprovalRepository, ClashRepository, PriceFloorRepository, PriceReviews, ReviewedDrafts],
})
export class PricingModule {}
