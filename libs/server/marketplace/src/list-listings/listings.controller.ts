import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ListingsAnswer, ListingsQuery } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { ListListingsQuery } from './list-listings.query';

@ApiTags('marketplace')
@Controller('listings')
export class ListingsController {
  constructor(private readonly listListings: ListListingsQuery) {}

  /** Offers on marketplaces: what each should show, and what the marketplace has accepted. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ListingsAnswer })
  @SerializeOptions({ schema: ListingsAnswer })
  list(@Query({ schema: ListingsQuery }) query: ListingsQuery): Promise<ListingsAnswer> {
    return this.listListings.run(query);
  }
}
