import { Body, Controller, Get, HttpCode, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { MarketPricingSettings, SetMarketLanes } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { MarketPricingQuery } from './market-pricing.query';
import { type SetLanesRefusal, SetMarketLanesUseCase } from './set-market-lanes.use-case';

const MarketCode = z.string().regex(/^[A-Z]{2}$/);
const statuses = { unknown_market: 404, changed_meanwhile: 409 } satisfies Record<SetLanesRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('markets/:market')
export class MarketPricingController {
  constructor(
    private readonly settings: MarketPricingQuery,
    private readonly setLanes: SetMarketLanesUseCase,
  ) {}

  @Get('pricing-settings')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: MarketPricingSettings })
  @SerializeOptions({ schema: MarketPricingSettings })
  async read(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string): Promise<MarketPricingSettings> {
    return valueOf(await this.settings.run(actor, market), { unknown_market: 404 });
  }

  @Put('lanes')
  @Staff('merchandiser')
  @HttpCode(204)
  async lanes(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: SetMarketLanes }) body: SetMarketLanes): Promise<void> {
    valueOf(await this.setLanes.run(actor, market, body), statuses);
  }
}
