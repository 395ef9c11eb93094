import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceSheet, SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { PriceSheetQuery } from './read-price-sheet/price-sheet.query';
import { WatchSheetUseCase } from './watch-sheet/watch-sheet.use-case';

const statuses = { unknown_market: 404 };
const MarketCode = z.string().regex(/^[A-Z]{2}$/);

/** A market's price sheet, and what others do in it while it is open. */
@ApiTags('pricing')
@Controller('markets/:market/price-sheet')
@Staff('merchandiser', 'finance', 'operations')
export class PriceSheetController {
  constructor(
    private readonly priceSheet: PriceSheetQuery,
    private readonly watchSheet: WatchSheetUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: PriceSheet })
  async sheet(@Param('market', { schema: MarketCode }) market: string): Promise<PriceSheet> {
    return valueOf(await this.priceSheet.run(market, new Date()), statuses);
  }

  @Post('news')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetNews })
  @SerializeOptions({ schema: SheetNews })
  async news(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: SheetNewsRequest }) request: SheetNewsRequest): Promise<SheetNews> {
    return valueOf(await this.watchSheet.run(actor, market, request), statuses);
  }
}
