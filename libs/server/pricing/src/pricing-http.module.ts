import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { CouponBatchRepository } from './coupon-batches/coupon-batch.repository';
import { CouponBatchesController } from './coupon-batches/coupon-batches.controller';
import { ListCouponBatchesQuery } from './coupon-batches/list-coupon-batches.query';
import { MakeCouponBatchUseCase } from './coupon-batches/make-coupon-batch.use-case';
import { EditDraftUseCase } from './edit-draft/edit-draft.use-case';
import { ListPriceBooksQuery } from './list-price-books/list-price-books.query';
import { ListVersionsQuery } from './list-versions/list-versions.query';
import { TaxHttpModule } from './manage-tax/tax-http.module';
import { ListPromotionsQuery } from './manage-promotions/list-promotions.query';
import { ManagePromotionsUseCase } from './manage-promotions/manage-promotions.use-case';
import { PromotionsController } from './manage-promotions/promotions.controller';
import { PriceBooksController } from './price-books.controller';
import { PriceVersionsController } from './price-versions.controller';
import { PricingModule } from './pricing.module';
import { PriceSheetQuery } from './read-price-sheet/price-sheet.query';
import { RestoreVersionUseCase } from './restore-version/restore-version.use-case';
import { ReviewDraftQuery } from './review-draft/review-draft.query';
import { UnscheduleVersionUseCase } from './unschedule-version/unschedule-version.use-case';

@Module({
  imports: [CatalogModule, OrganisationModule, PricingModule, TaxHttpModule],
  controllers: [PriceBooksController, PriceVersionsController, PromotionsController, CouponBatchesController],
  providers: [EditDraftUseCase, ListPriceBooksQuery, PriceSheetQuery, ReviewDraftQuery, ManagePromotionsUseCase, ListPromotionsQuery, ListVersionsQuery, RestoreVersionUseCase, UnscheduleVersionUseCase, CouponBatchRepository, MakeCouponBatchUseCase, ListCouponBatchesQuery],
})
export class PricingHttpModule {}
