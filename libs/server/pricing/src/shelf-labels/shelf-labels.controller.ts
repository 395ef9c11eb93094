import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ShelfLabels, ShelfLabelsQuery as Wanted } from '@oneshelf/contracts';
import { Staff, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ShelfLabelsQuery } from './shelf-labels.query';

@ApiTags('pricing')
@Controller('markets/:market/shelf-labels')
export class ShelfLabelsController {
  constructor(private readonly labels: ShelfLabelsQuery) {}

  @Get()
  @Staff('merchandiser', 'operations', 'store_manager')
  @ApiResponse({ status: 200, standardSchema: ShelfLabels })
  @SerializeOptions({ schema: ShelfLabels })
  async read(@Param('market', { schema: z.string().regex(/^[A-Z]{2}$/) }) market: string, @Query({ schema: Wanted }) wanted: Wanted): Promise<ShelfLabels> {
    return valueOf(await this.labels.run(market, wanted, new Date()), { unknown_release: 404, unknown_location: 404 });
  }
}
