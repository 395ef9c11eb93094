import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AvailabilityAnswer, AvailabilityRequest } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { LevelsNowQuery } from './levels-now.query';

@ApiTags('stock')
@Controller('availability')
@Staff()
export class AvailabilityController {
  constructor(private readonly levels: LevelsNowQuery) {}

  /** What there is of many products at many places, now. What a channel may promise, its storefront asks for itself. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: AvailabilityAnswer })
  @Header('content-type', 'application/json; charset=utf-8')
  read(@Query({ schema: AvailabilityRequest }) query: AvailabilityRequest): Promise<string> {
    return this.levels.asJson(query);
  }
}
