import { Body, Controller, Get, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { MadeLiveAgain, MakeLiveAgainRequest, PriceVersionDetail } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type LiveAgainRefusal, MakeLiveAgainUseCase } from './make-live-again.use-case';
import { ShowVersionQuery } from './show-version.query';

const statuses = { unknown_version: 404, never_live: 409, is_live: 409, nothing_to_restore: 422, below_cost: 422 } satisfies Record<LiveAgainRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('price-versions')
export class PriceVersionController {
  constructor(
    private readonly show: ShowVersionQuery,
    private readonly makeLiveAgain: MakeLiveAgainUseCase,
  ) {}

  @Get(':id')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceVersionDetail })
  @SerializeOptions({ schema: PriceVersionDetail })
  async read(@Param('id', { schema: z.uuid() }) versionId: string): Promise<PriceVersionDetail> {
    return valueOf(await this.show.run(versionId, new Date()), { unknown_version: 404 });
  }

  @Post(':id/make-live-again')
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: MadeLiveAgain })
  @SerializeOptions({ schema: MadeLiveAgain })
  async again(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) versionId: string, @Body({ schema: MakeLiveAgainRequest }) body: MakeLiveAgainRequest): Promise<MadeLiveAgain> {
    return valueOf(await this.makeLiveAgain.run(actor, { versionId, note: body.note, acceptBelowCost: body.acceptBelowCost, now: new Date() }), statuses);
  }
}
