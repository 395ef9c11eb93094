import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CloseCountRequest, CountAccuracyAnswer, CountAnswer, CountListAnswer, CountListQuery, PlanCountRequest, PostCountRequest } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { requiredKey } from '../required-key';
import { CloseCountUseCase } from './close-count.use-case';
import { CLOSE_STATUSES, PLAN_STATUSES, POST_STATUSES } from './count-statuses';
import { CountsQuery } from './counts.query';
import { PlanCountUseCase } from './plan-count.use-case';
import { PostCountUseCase } from './post-count.use-case';

@ApiTags('stock')
@Controller('stock/counts')
@Staff('operations', 'store_manager', 'associate')
export class CountsController {
  constructor(
    private readonly counts: CountsQuery,
    private readonly planning: PlanCountUseCase,
    private readonly closing: CloseCountUseCase,
    private readonly posting: PostCountUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: CountListAnswer })
  @SerializeOptions({ schema: CountListAnswer })
  list(@Query({ schema: CountListQuery }) query: CountListQuery): Promise<CountListAnswer> {
    return this.counts.list(query);
  }

  /** The share of right numbers by place and month; the target is 97 %. */
  @Get('accuracy')
  @ApiResponse({ status: 200, standardSchema: CountAccuracyAnswer })
  @SerializeOptions({ schema: CountAccuracyAnswer })
  accuracy(): Promise<CountAccuracyAnswer> {
    return this.counts.accuracy();
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: CountAnswer })
  @SerializeOptions({ schema: CountAnswer })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<CountAnswer> {
    const count = await this.counts.one(id);
    if (!count) throw new Problem(404, 'not_found', 'There is no count with this id.');
    return count;
  }

  @Post()
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: CountAnswer })
  @SerializeOptions({ schema: CountAnswer })
  async plan(@CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: PlanCountRequest }) body: PlanCountRequest): Promise<CountAnswer> {
    const { countId } = valueOf(await this.planning.run(actor, requiredKey(key), body), PLAN_STATUSES);
    return this.show(countId);
  }

  /** The round is done: large variances are counted again by somebody else, the rest waits for its review. */
  @Post(':id/close')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CountAnswer })
  @SerializeOptions({ schema: CountAnswer })
  async close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Body({ schema: CloseCountRequest }) request: CloseCountRequest): Promise<CountAnswer> {
    valueOf(await this.closing.run({ id, actor, request }), CLOSE_STATUSES);
    return this.show(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CountAnswer })
  @SerializeOptions({ schema: CountAnswer })
  async cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor): Promise<CountAnswer> {
    valueOf(await this.closing.cancel({ id, actor }), CLOSE_STATUSES);
    return this.show(id);
  }

  /** Writes the differences. Above the role's limit another role does it. */
  @Post(':id/post')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CountAnswer })
  @SerializeOptions({ schema: CountAnswer })
  async post(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Body({ schema: PostCountRequest }) request: PostCountRequest): Promise<CountAnswer> {
    valueOf(await this.posting.run({ id, actor, request }), POST_STATUSES);
    return this.show(id);
  }
}
