import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { LanesEffect, LanesEffectRequest, PromotionClashes, PromotionClashesRequest, PromotionEffect, PromotionEffectRequest, Simulation, SimulationBasket, SimulationRequest } from '@oneshelf/contracts';
import { Problem, Staff, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type ClashesRefusal, FindPromotionClashesQuery } from './find-promotion-clashes.query';
import { MeasureLanesQuery } from './measure-lanes.query';
import { MeasurePromotionQuery, type MeasureRefusal } from './measure-promotion.query';
import { SimulateBasketQuery, type SimulateRefusal } from './simulate-basket.query';
import { SimulationBasketQuery } from './simulation-basket.query';

const STATUSES = { unknown_market: 404, unknown_channel: 404, unknown_location: 404, unknown_book: 404, cannot_be_priced: 422 } satisfies Record<SimulateRefusal['kind'] | ClashesRefusal['kind'] | MeasureRefusal['kind'], number>;

/** What a promotion would do before it is published, and what becomes of a cart. Nothing here writes. */
@ApiTags('pricing')
@Controller('promotions')
export class PromotionDeskController {
  constructor(
    private readonly measure: MeasurePromotionQuery,
    private readonly lanes: MeasureLanesQuery,
    private readonly clashes: FindPromotionClashesQuery,
    private readonly simulate: SimulateBasketQuery,
    private readonly baskets: SimulationBasketQuery,
  ) {}

  @Post('effect')
  @Staff('merchandiser', 'finance', 'operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PromotionEffect })
  @SerializeOptions({ schema: PromotionEffect })
  async effect(@Body({ schema: PromotionEffectRequest }) body: PromotionEffectRequest): Promise<PromotionEffect> {
    return valueOf(await this.measure.run(body), STATUSES);
  }

  @Post('lanes-effect')
  @Staff('merchandiser', 'finance', 'operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: LanesEffect })
  @SerializeOptions({ schema: LanesEffect })
  async lanesEffect(@Body({ schema: LanesEffectRequest }) body: LanesEffectRequest): Promise<LanesEffect> {
    return valueOf(await this.lanes.run(body), STATUSES);
  }

  @Post('clashes')
  @Staff('merchandiser', 'finance', 'operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PromotionClashes })
  @SerializeOptions({ schema: PromotionClashes })
  async findClashes(@Body({ schema: PromotionClashesRequest }) body: PromotionClashesRequest): Promise<PromotionClashes> {
    return valueOf(await this.clashes.run(body, new Date()), STATUSES);
  }

  @Post('simulation')
  @Staff('merchandiser', 'finance', 'operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: Simulation })
  @SerializeOptions({ schema: Simulation })
  async simulation(@Body({ schema: SimulationRequest }) body: SimulationRequest): Promise<Simulation> {
    return valueOf(await this.simulate.run(body), STATUSES);
  }

  @Get('simulation/basket/:number')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: SimulationBasket })
  @SerializeOptions({ schema: SimulationBasket })
  async basket(@Param('number', { schema: z.string().trim().min(1).max(64) }) number: string): Promise<SimulationBasket> {
    const found = await this.baskets.run(number);
    if (!found) throw new Problem(404, 'not_found', `There is no order or receipt ${number} that was priced here. Nothing was loaded.`);
    return found;
  }
}
