import { Body, Controller, Get, HttpCode, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { FloorViolations, PriceFloorList, PriceFloorQuery, PriceFloorsRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { FloorViolationsQuery } from './floor-violations.query';
import { ListPriceFloorsQuery } from './list-price-floors.query';
import { type SetFloorsRefusal, SetPriceFloorsUseCase } from './set-price-floors.use-case';

const MarketCode = z.string().regex(/^[A-Z]{2}$/);
const statuses = { unknown_market: 404, changed_meanwhile: 409, unknown_products: 422 } satisfies Record<SetFloorsRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('markets/:market')
export class PriceFloorsController {
  constructor(
    private readonly setFloors: SetPriceFloorsUseCase,
    private readonly violations: FloorViolationsQuery,
    private readonly floors: ListPriceFloorsQuery,
  ) {}

  @Get('price-floors')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceFloorList })
  @SerializeOptions({ schema: PriceFloorList })
  async floorList(@Param('market', { schema: MarketCode }) market: string, @Query({ schema: PriceFloorQuery }) query: PriceFloorQuery): Promise<PriceFloorList> {
    return valueOf(await this.floors.run(market, query), { unknown_market: 404 });
  }

  @Get('floor-violations')
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: FloorViolations })
  @SerializeOptions({ schema: FloorViolations })
  list(@Param('market', { schema: MarketCode }) market: string): Promise<FloorViolations> {
    return this.violations.run(market, new Date());
  }

  @Put('price-floors')
  @Staff('finance')
  @HttpCode(204)
  async set(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: PriceFloorsRequest }) body: PriceFloorsRequest): Promise<void> {
    valueOf(await this.setFloors.run(actor, market, body), statuses);
  }
}
