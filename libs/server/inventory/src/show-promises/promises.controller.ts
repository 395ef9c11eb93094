import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PromiseListAnswer, PromiseListQuery, SetStockPolicyRequest, StockPolicyListAnswer, StockPolicyListQuery, StockPromisesAnswer } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { SetPolicyUseCase } from '../set-policy/set-policy.use-case';
import { PoliciesQuery } from './policies.query';
import { PromisesQuery } from './promises.query';

const REFUSED = { unknown_variant: 404, unknown_channel: 404 };

@ApiTags('stock')
@Controller()
@Staff()
export class PromisesController {
  constructor(
    private readonly promises: PromisesQuery,
    private readonly setPolicy: SetPolicyUseCase,
    private readonly policies: PoliciesQuery,
  ) {}

  /** Promises to shoppers that wait for goods, late ones first. */
  @Get('promises')
  @ApiResponse({ status: 200, standardSchema: PromiseListAnswer })
  @SerializeOptions({ schema: PromiseListAnswer })
  list(@Query({ schema: PromiseListQuery }) query: PromiseListQuery): Promise<PromiseListAnswer> {
    return this.promises.list(query);
  }

  /** What is sold before it is there. */
  @Get('promises/policies')
  @ApiResponse({ status: 200, standardSchema: StockPolicyListAnswer })
  @SerializeOptions({ schema: StockPolicyListAnswer })
  listPolicies(@Query({ schema: StockPolicyListQuery }) query: StockPolicyListQuery): Promise<StockPolicyListAnswer> {
    return this.policies.run(query);
  }

  @Get('stock/:variantId/promises')
  @ApiResponse({ status: 200, standardSchema: StockPromisesAnswer })
  @SerializeOptions({ schema: StockPromisesAnswer })
  async show(@Param('variantId', ParseUUIDPipe) variantId: string): Promise<StockPromisesAnswer> {
    const answer = await this.promises.ofVariant(variantId);
    if (!answer) throw new Problem(404, 'unknown_variant', 'There is no product with this id.');
    return answer;
  }

  @Put('stock/:variantId/policy')
  @Staff('operations', 'merchandiser')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async set(@Param('variantId', ParseUUIDPipe) variantId: string, @CurrentActor() actor: StaffActor, @Body({ schema: SetStockPolicyRequest }) body: SetStockPolicyRequest): Promise<void> {
    valueOf(await this.setPolicy.run(actor, variantId, body), REFUSED);
  }
}
