import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { CustomersModule } from '@oneshelf/server-customers';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { ApprovalStateQuery } from './approve-prices/approval-state.query';
import { ApprovalsController } from './approve-prices/approvals.controller';
import { AskApprovalUseCase } from './approve-prices/ask-approval.use-case';
import { DecideApprovalUseCase } from './approve-prices/decide-approval.use-case';
import { SetApprovalRuleUseCase } from './approve-prices/set-approval-rule.use-case';
import { CouponBatchRepository } from './coupon-batches/coupon-batch.repository';
import { CouponBatchesController } from './coupon-batches/coupon-batches.controller';
import { ListCouponBatchesQuery } from './coupon-batches/list-coupon-batches.query';
import { MakeCouponBatchUseCase } from './coupon-batches/make-coupon-batch.use-case';
import { EditDraftUseCase } from './edit-draft/edit-draft.use-case';
import { CheckBookSettings } from './edit-price-book/check-book-settings';
import { EditPriceBook } from './edit-price-book/edit-price-book.use-case';
import { PriceBookSettingsController } from './edit-price-book/price-book-settings.controller';
import { ReadPriceScopes } from './edit-price-book/price-scopes.query';
import { ListPriceBooksQuery } from './list-price-books/list-price-books.query';
import { ListVersionsQuery } from './list-versions/list-versions.query';
import { TaxHttpModule } from './manage-tax/tax-http.module';
import { CheckPromotion } from './manage-promotions/check-promotion';
import { ListPromotionsQuery } from './manage-promotions/list-promotions.query';
import { ManagePromotionsUseCase } from './manage-promotions/manage-promotions.use-case';
import { PromotionsController } from './manage-promotions/promotions.controller';
import { MarketLanesRepository } from './market-lanes/market-lanes.repository';
import { MarketPricingController } from './market-lanes/market-pricing.controller';
import { MarketPricingQuery } from './market-lanes/market-pricing.query';
import { SetMarketLanesUseCase } from './market-lanes/set-market-lanes.use-case';
import { PriceCalendarController } from './price-calendar/price-calendar.controller';
import { PriceCalendarQuery } from './price-calendar/price-calendar.query';
import { FloorViolationsQuery } from './price-floors/floor-violations.query';
import { ListPriceFloorsQuery } from './price-floors/list-price-floors.query';
import { PriceFloorsController } from './price-floors/price-floors.controller';
import { SetPriceFloorsUseCase } from './price-floors/set-price-floors.use-case';
import { PriceHistoryController } from './price-history/price-history.controller';
import { PriceHistoryQuery } from './price-history/price-history.query';
import { PriceBooksController } from './price-books.controller';
import { PriceSheetController } from './price-sheet.controller';
import { PriceVersionsController } from './price-versions.controller';
import { PricingModule } from './pricing.module';
import { SettingsRelease } from './edit-price-book/settings-release';
import { OpenDraftsQuery } from './read-price-sheet/open-drafts.query';
import { SheetPriceListsQuery } from './read-price-sheet/sheet-price-lists.query';
import { SheetTableQuery } from './read-price-sheet/sheet-table.query';
import { SheetVariantsQuery } from './read-price-sheet/sheet-variants.query';
import { PromotionRepository } from './promotion.repository';
import { ImportReferencePrices } from './reference-prices/import-reference-prices.use-case';
import { ReferencePricesController } from './reference-prices/reference-prices.controller';
import { ReferenceSourcesQuery } from './reference-prices/reference-sources.query';
import { RestoreVersionUseCase } from './restore-version/restore-version.use-case';
import { ReviewDraftQuery } from './review-draft/review-draft.query';
import { ReviewedCells } from './review-draft/reviewed-cells';
import { ReviewedMovesQuery } from './review-draft/reviewed-moves.query';
import { SheetEditorRepository } from './watch-sheet/sheet-editor.repository';
import { SheetStateQuery } from './watch-sheet/sheet-state.query';
import { WatchSheetUseCase } from './watch-sheet/watch-sheet.use-case';
import { MakeLiveAgainUseCase } from './roll-back/make-live-again.use-case';
import { PastPricesRepository } from './roll-back/past-prices.repository';
import { PriceVersionController } from './roll-back/price-version.controller';
import { ShowVersionQuery } from './roll-back/show-version.query';
import { ClashesController } from './settle-clashes/clashes.controller';
import { ListClashesQuery } from './settle-clashes/list-clashes.query';
import { SettleClashesUseCase } from './settle-clashes/settle-clashes.use-case';
import { CheckShippingTax } from './shipping-methods/check-shipping-tax';
import { ShippingMethodsController } from './shipping-methods/shipping-methods.controller';
import { ShelfLabelsController } from './shelf-labels/shelf-labels.controller';
import { ShelfLabelsQuery } from './shelf-labels/shelf-labels.query';
import { UnscheduleVersionUseCase } from './unschedule-version/unschedule-version.use-case';

@Module({
  imports: [CatalogModule, CustomersModule, OrganisationModule, PricingModule, TaxHttpModule],
  controllers: [PriceBooksController, PriceBookSettingsController, PriceHistoryController, PriceVersionsController, PromotionsController, CouponBatchesController, PriceSheetController, ReferencePricesController, ApprovalsController, ClashesController, PriceCalendarController, PriceFloorsController, PriceVersionController, ShelfLabelsController, MarketPricingController, ShippingMethodsController],
  providers: [
    CheckBookSettings, EditDraftUseCase, EditPriceBook, OpenDraftsQuery, PriceHistoryQuery, ReadPriceScopes, SettingsRelease, SheetVariantsQuery,
    ListPriceBooksQuery, ReviewDraftQuery, ReviewedCells, ReviewedMovesQuery, CheckPromotion, PromotionRepository, ManagePromotionsUseCase, ListPromotionsQuery, ListVersionsQuery,
    RestoreVersionUseCase, UnscheduleVersionUseCase, CouponBatchRepository, MakeCouponBatchUseCase, ListCouponBatchesQuery, ImportReferencePrices, ReferenceSourcesQuery,
    SheetEditorRepository, SheetPriceListsQuery, SheetStateQuery, SheetTableQuery, WatchSheetUseCase, ApprovalStateQuery, AskApprovalUseCase, DecideApprovalUseCase,
    SetApprovalRuleUseCase, FloorViolationsQuery, SetPriceFloorsUseCase, ListClashesQuery, SettleClashesUseCase, MakeLiveAgainUseCase, PastPricesRepository,
    ShowVersionQuery, PriceCalendarQuery, ShelfLabelsQuery, MarketLanesRepository, MarketPricingQuery, SetMarketLanesUseCase, ListPriceFloorsQuery, CheckShippingTax,
  ],
})
export class PricingHttpModule {}
