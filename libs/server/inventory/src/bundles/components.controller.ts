import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AssembleAnswer, AssembleRequest, ComponentsAnswer, SetComponentsRequest } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { requiredKey } from '../required-key';
import { AssembleKitUseCase, type AssembleRefusal } from './assemble-kit.use-case';
import { ComponentsQuery } from './components.query';
import { type SetComponentsRefusal, SetComponentsUseCase } from './set-components.use-case';

const SET = {
  unknown_variant: 404, bundle_has_stock: 409, no_component: 400, too_many_components: 400, component_twice: 400, component_of_itself: 400, component_not_whole: 400, component_is_bundle: 409, component_of_bundle: 409, component_catch_weight: 409,
} satisfies Record<SetComponentsRefusal['kind'], number>;
const ASSEMBLE = { insufficient_stock: 409, idempotency_key_reused: 409, not_a_kit: 409, unknown_location: 404, not_allowed_here: 403 } satisfies Record<AssembleRefusal['kind'], number>;

@ApiTags('stock')
@Controller('stock/:variantId')
@Staff()
export class ComponentsController {
  constructor(
    private readonly components: ComponentsQuery,
    private readonly setComponents: SetComponentsUseCase,
    private readonly assembleKit: AssembleKitUseCase,
  ) {}

  /** What it is made of, how many that makes where, and in what it is itself. */
  @Get('components')
  @ApiResponse({ status: 200, standardSchema: ComponentsAnswer })
  @SerializeOptions({ schema: ComponentsAnswer })
  async show(@Param('variantId', ParseUUIDPipe) variantId: string): Promise<ComponentsAnswer> {
    const answer = await this.components.run(variantId);
    if (!answer) throw new Problem(404, 'unknown_variant', 'There is no product with this id.');
    return answer;
  }

  /** Makes it a bundle, a kit, or goods of their own again. */
  @Put('components')
  @Staff('operations')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async set(@Param('variantId', ParseUUIDPipe) variantId: string, @CurrentActor() actor: StaffActor, @Body({ schema: SetComponentsRequest }) body: SetComponentsRequest): Promise<void> {
    valueOf(await this.setComponents.run(actor, variantId, body), SET);
  }

  /** Packs kits from their components, or takes them apart. The same key and body again give the first answer. */
  @Post('assembly')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: AssembleAnswer })
  @SerializeOptions({ schema: AssembleAnswer })
  async assemble(@Param('variantId', ParseUUIDPipe) variantId: string, @CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: AssembleRequest }) body: AssembleRequest): Promise<AssembleAnswer> {
    return valueOf(await this.assembleKit.run(actor, requiredKey(key), { ...body, variantId }), ASSEMBLE);
  }
}
