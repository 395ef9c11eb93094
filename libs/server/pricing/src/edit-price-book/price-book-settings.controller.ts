import { Body, Controller, Get, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CreatePriceBookRequest, EditPriceBookRequest, PriceBookSaved, PriceScopes } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type EditBookRefusal, EditPriceBook } from './edit-price-book.use-case';
import { ReadPriceScopes } from './price-scopes.query';

const statuses = {
  unknown_market: 404, unknown_price_book: 404, unknown_channel: 404, unknown_location: 404, unknown_customer: 404, unknown_group: 404, unknown_zone: 404, unknown_region: 404, unknown_base: 404, unknown_version: 404,
  code_taken: 409, empty_window: 422, open_event: 422, derivation_cycle: 422, below_cost: 422,
} satisfies Record<EditBookRefusal['kind'], number>;

@ApiTags('pricing')
@Controller()
export class PriceBookSettingsController {
  constructor(
    private readonly books: EditPriceBook,
    private readonly scopes: ReadPriceScopes,
  ) {}

  @Post('price-books')
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: PriceBookSaved })
  @SerializeOptions({ schema: PriceBookSaved })
  async create(@CurrentActor() actor: StaffActor, @Body({ schema: CreatePriceBookRequest }) body: CreatePriceBookRequest): Promise<PriceBookSaved> {
    return valueOf(await this.books.create(actor, body, new Date()), statuses);
  }

  @Put('price-books/:id/settings')
  @Staff('merchandiser')
  @ApiResponse({ status: 200, standardSchema: PriceBookSaved })
  @SerializeOptions({ schema: PriceBookSaved })
  async edit(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) bookId: string, @Body({ schema: EditPriceBookRequest }) request: EditPriceBookRequest): Promise<PriceBookSaved> {
    return valueOf(await this.books.edit(actor, { bookId, request }, new Date()), statuses);
  }

  @Get('markets/:market/price-scopes')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceScopes })
  @SerializeOptions({ schema: PriceScopes })
  read(@Param('market', { schema: z.string().regex(/^[A-Z]{2}$/) }) market: string): Promise<PriceScopes> {
    return this.scopes.of(market);
  }
}
