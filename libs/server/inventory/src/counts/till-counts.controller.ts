import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CloseCountRequest, TakeCountScansAnswer, TakeCountScansRequest, TillCountsAnswer } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till, valueOf } from '@oneshelf/platform';
import { CloseCountUseCase } from './close-count.use-case';
import { CLOSE_STATUSES } from './count-statuses';
import { CountsQuery } from './counts.query';
import { TakeScansUseCase } from './take-scans.use-case';

/** Counting by scanning. A till keeps its scans and sends them when it can, as often as it must. */
@Till()
@ApiTags('till')
@Controller('pos')
export class TillCountsController {
  constructor(
    private readonly counts: CountsQuery,
    private readonly taking: TakeScansUseCase,
    private readonly closing: CloseCountUseCase,
  ) {}

  @Get('counts')
  @ApiResponse({ status: 200, standardSchema: TillCountsAnswer })
  @SerializeOptions({ schema: TillCountsAnswer })
  list(@CurrentActor() till: DeviceActor): Promise<TillCountsAnswer> {
    return this.counts.atPlace(till.locationId);
  }

  @Post('count-scans')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TakeCountScansAnswer })
  @SerializeOptions({ schema: TakeCountScansAnswer })
  take(@CurrentActor() till: DeviceActor, @Body({ schema: TakeCountScansRequest }) { scans }: TakeCountScansRequest): Promise<TakeCountScansAnswer> {
    return this.taking.run(till, scans);
  }

  @Post('counts/:id/close')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TillCountsAnswer })
  @SerializeOptions({ schema: TillCountsAnswer })
  async close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() till: DeviceActor, @Body({ schema: CloseCountRequest }) request: CloseCountRequest): Promise<TillCountsAnswer> {
    valueOf(await this.closing.run({ id, actor: till, request }), CLOSE_STATUSES);
    return this.list(till);
  }
}
