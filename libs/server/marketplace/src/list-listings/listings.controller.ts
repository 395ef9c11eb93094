import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ListingsAnswer, ListingsQuery, SetListingCap, SetListingCapAnswer } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type RetryPushRefusal, RetryPushUseCase } from '../retry-push/retry-push.use-case';
import { type SetListingCapRefusal, SetListingCapUseCase } from '../set-listing-cap/set-listing-cap.use-case';
import { ListListingsQuery } from './list-listings.query';

const STATUSES = { not_found: 404, pool_apart: 409 } satisfies Record<SetListingCapRefusal['kind'] | RetryPushRefusal['kind'], number>;

@ApiTags('marketplace')
@Controller('listings')
export class ListingsController {
  constructor(
    private readonly listListings: ListListingsQuery,
    private readonly setCap: SetListingCapUseCase,
    private readonly retryPush: RetryPushUseCase,
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

  /** Tells the marketplace again, whatever it was told last: after a push that it refused. */
  @Post(':id/push')
  @Staff('operations')
  @HttpCode(204)
  async push(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    valueOf(await this.retryPush.run(actor, id), STATUSES);
  }
}
