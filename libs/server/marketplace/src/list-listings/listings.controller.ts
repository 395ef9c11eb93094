import { Body, Controller, Get, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ListingsAnswer, ListingsQuery, SetListingCap, SetListingCapAnswer } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type SetListingCapRefusal, SetListingCapUseCase } from '../set-listing-cap/set-listing-cap.use-case';
import { ListListingsQuery } from './list-listings.query';

const STATUSES = { not_found: 404, pool_apart: 409 } satisfies Record<SetListingCapRefusal['kind'], number>;

@ApiTags('marketplace')
@Controller('listings')
export class ListingsController {
  constructor(
    private readonly listListings: ListListingsQuery,
    private readonly setCap: SetListingCapUseCase,
  ) {}

  /** Offers on marketplaces: what each should show, and what the marketplace has accepted. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ListingsAnswer })
  @SerializeOptions({ schema: ListingsAnswer })
  list(@Query({ schema: ListingsQuery }) query: ListingsQuery): Promise<ListingsAnswer> {
    return this.listListings.run(query);
  }

  /** Of this listing never more is shown; the marketplace is told within seconds. */
  @Put(':id/cap')
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: SetListingCapAnswer })
  @SerializeOptions({ schema: SetListingCapAnswer })
  async cap(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: SetListingCap }) body: SetListingCap): Promise<SetListingCapAnswer> {
    return valueOf(await this.setCap.run(actor, id, body.capUnits), STATUSES);
  }
}
