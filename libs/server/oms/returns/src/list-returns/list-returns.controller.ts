import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ReturnListPage, ReturnListPageSchema, type ReturnListQuery, ReturnListQuerySchema } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { ListReturns } from './list-returns.query';

@ApiTags('returns')
@Controller('returns')
export class ListReturnsController {
  constructor(private readonly listing: ListReturns) {}

  @Staff()
  @Get()
  @ApiResponse({ status: 200, standardSchema: ReturnListPageSchema })
  @SerializeOptions({ schema: ReturnListPageSchema })
  list(@Query({ schema: ReturnListQuerySchema }) query: ReturnListQuery): Promise<ReturnListPage> {
    return this.listing.run(query);
  }
}
