import { Body, Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ClashesSettled, PriceClashes, SettleClashesRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ListClashesQuery } from './list-clashes.query';
import { SettleClashesUseCase } from './settle-clashes.use-case';

const MarketCode = z.string().regex(/^[A-Z]{2}$/);
const ClashesQuery = z.object({ at: z.iso.datetime().optional() });

@ApiTags('pricing')
@Controller('markets/:market/draft-clashes')
export class ClashesController {
  constructor(
    private readonly listClashes: ListClashesQuery,
    private readonly settleClashes: SettleClashesUseCase,
  ) {}

  @Get()
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: PriceClashes })
  @SerializeOptions({ schema: PriceClashes })
  async list(@Param('market', { schema: MarketCode }) market: string, @Query({ schema: ClashesQuery }) { at }: z.infer<typeof ClashesQuery>): Promise<PriceClashes> {
    return valueOf(await this.listClashes.run(market, at === undefined ? new Date() : new Date(at)), { unknown_market: 404 });
  }

  @Post('settle')
  @Staff('merchandiser')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ClashesSettled })
  @SerializeOptions({ schema: ClashesSettled })
  async settle(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: SettleClashesRequest }) body: SettleClashesRequest): Promise<ClashesSettled> {
    return valueOf(await this.settleClashes.run(actor, market, body), { unknown_draft: 409 });
  }
}
