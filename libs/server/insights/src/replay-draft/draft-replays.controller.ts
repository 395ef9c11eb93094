import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { DraftReplay, DraftReplayRequest, PriceOutcome } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { DraftReplays } from './draft-replays.use-case';
import { PriceOutcomeQuery } from './price-outcome.query';

@ApiTags('pricing')
@Controller()
export class DraftReplaysController {
  constructor(
    private readonly replays: DraftReplays,
    private readonly outcome: PriceOutcomeQuery,
  ) {}

  @Post('markets/:market/draft-replays')
  @Staff('merchandiser', 'finance')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: DraftReplay })
  @SerializeOptions({ schema: DraftReplay })
  async start(@CurrentActor() actor: StaffActor, @Param('market', { schema: z.string().regex(/^[A-Z]{2}$/) }) market: string, @Body({ schema: DraftReplayRequest }) { weeks }: DraftReplayRequest): Promise<DraftReplay> {
    return valueOf(await this.replays.start(actor, market, weeks), { nothing_to_replay: 422 });
  }

  @Get('draft-replays/:id')
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: DraftReplay })
  @SerializeOptions({ schema: DraftReplay })
  async read(@Param('id', { schema: z.uuid() }) id: string): Promise<DraftReplay> {
    const found = await this.replays.find(id);
    if (!found) throw new Problem(404, 'not_found', 'There is no replay with this id.');
    return found;
  }

  @Get('price-versions/:id/outcome')
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: PriceOutcome })
  @SerializeOptions({ schema: PriceOutcome })
  async result(@Param('id', { schema: z.uuid() }) versionId: string): Promise<PriceOutcome> {
    return valueOf(await this.outcome.run(versionId, new Date()), { unknown_version: 404 });
  }
}
