import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceBookList, PriceReview, PriceReviewQuery, PublishPricesAnswer, PublishPricesRequest, SavedDraft, SaveDraftRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { EditDraftUseCase, type EditDraftRefusal } from './edit-draft/edit-draft.use-case';
import { ListPriceBooksQuery } from './list-price-books/list-price-books.query';
import { PublishPricesUseCase, type PublishRefusal } from './publish-prices/publish-prices.use-case';
import { ReviewDraftQuery } from './review-draft/review-draft.query';

const editStatuses = { unknown_price_book: 404, unknown_products: 422, no_draft: 409 } satisfies Record<EditDraftRefusal['kind'], number>;
const publishStatuses = { unknown_draft: 409, draft_changed: 409, nothing_to_publish: 422, below_cost: 422, approval_needed: 422, clashes: 409, in_the_past: 422 } satisfies Record<PublishRefusal['kind'], number>;
const marketStatuses = { unknown_market: 404 };
const MarketCode = z.string().regex(/^[A-Z]{2}$/);

@ApiTags('pricing')
@Controller()
export class PriceBooksController {
  constructor(
    private readonly listPriceBooks: ListPriceBooksQuery,
    private readonly editDraft: EditDraftUseCase,
    private readonly reviewDraft: ReviewDraftQuery,
    private readonly publishPrices: PublishPricesUseCase,
  ) {}

  @Get('price-books')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: PriceBookList })
  @SerializeOptions({ schema: PriceBookList })
  list(): Promise<PriceBookList> {
    return this.listPriceBooks.run();
  }

  @Patch('price-books/:id/draft')
  @Staff('merchandiser')
  @ApiResponse({ status: 200, standardSchema: SavedDraft })
  @SerializeOptions({ schema: SavedDraft })
  async save(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) bookId: string, @Body({ schema: SaveDraftRequest }) body: SaveDraftRequest): Promise<SavedDraft> {
    return valueOf(await this.editDraft.save(actor, bookId, body), editStatuses);
  }

  @Post('price-books/:id/draft/discard')
  @Staff('merchandiser')
  @HttpCode(204)
  async discard(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) bookId: string): Promise<void> {
    valueOf(await this.editDraft.discard(actor, bookId), editStatuses);
  }

  @Get('markets/:market/price-review')
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: PriceReview })
  @SerializeOptions({ schema: PriceReview })
  async review(@Param('market', { schema: MarketCode }) market: string, @Query({ schema: PriceReviewQuery }) query: PriceReviewQuery): Promise<PriceReview> {
    return valueOf(await this.reviewDraft.run(market, query, new Date()), marketStatuses);
  }

  @Post('markets/:market/publish')
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: PublishPricesAnswer })
  @SerializeOptions({ schema: PublishPricesAnswer })
  async publish(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) marketCode: string, @Body({ schema: PublishPricesRequest }) request: PublishPricesRequest): Promise<PublishPricesAnswer> {
    return valueOf(await this.publishPrices.run({ marketCode, request, actor, now: new Date() }), publishStatuses);
  }
}
