import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceHistory } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import * as z from 'zod';
import { PriceHistoryQuery } from './price-history.query';

@ApiTags('pricing')
@Controller('variants')
export class PriceHistoryController {
  constructor(private readonly history: PriceHistoryQuery) {}

  @Get(':id/price-history')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceHistory })
  @SerializeOptions({ schema: PriceHistory })
  read(@Param('id', { schema: z.uuid() }) variantId: string): Promise<PriceHistory> {
    return this.history.run(variantId);
  }
}
