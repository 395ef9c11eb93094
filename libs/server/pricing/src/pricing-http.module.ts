import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { EditDraftUseCase } from './edit-draft/edit-draft.use-case';
import { ListPriceBooksQuery } from './list-price-books/list-price-books.query';
import { ListPromotionsQuery } from './manage-promotions/list-promotions.query';
import { ManagePromotionsUseCase } from './manage-promotions/manage-promotions.use-case';
import { PromotionsController } from './manage-promotions/promotions.controller';
import { PriceBooksController } from './price-books.controller';
import { PricingModule } from './pricing.module';
import { PriceSheetQuery } from './read-price-sheet/price-sheet.query';
import { ReviewDraftQuery } from './review-draft/review-draft.query';

@Module({
  imports: [CatalogModule, OrganisationModule, PricingModule],
  controllers: [PriceBooksController, PromotionsController],
  providers: [EditDraftUseCase, ListPriceBooksQuery, PriceSheetQuery, ReviewDraftQuery, ManagePromotionsUseCase, ListPromotionsQuery],
})
export class PricingHttpModule {}
