import { Body, Controller, Get, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CashStepAnswer, MarketSettings, SetCashStep } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { MarketSettingsQuery } from '../market-settings/market-settings.query';
import { type SetCashStepRefusal, SetCashStepUseCase } from './set-cash-step.use-case';

const STATUSES = { unknown_market: 404, changed_meanwhile: 409 } satisfies Record<SetCashStepRefusal['kind'], number>;

@ApiTags('organisation')
@Controller('markets')
export class MarketsController {
  constructor(
    private readonly setCashStep: SetCashStepUseCase,
    private readonly settings: MarketSettingsQuery,
  ) {}

  @Get(':code/settings')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: MarketSettings })
  @SerializeOptions({ schema: MarketSettings })
  async read(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(8) }) code: string): Promise<MarketSettings> {
    const found = await this.settings.run(actor, code);
    if (!found) throw new Problem(404, 'unknown_market', `There is no market ${code}.`);
    return found;
  }

  @Put(':code/cash-step')
  @Staff('finance')
  @ApiResponse({ status: 200, standardSchema: CashStepAnswer })
  @SerializeOptions({ schema: CashStepAnswer })
  async set(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(8) }) code: string, @Body({ schema: SetCashStep }) body: SetCashStep): Promise<CashStepAnswer> {
    return valueOf(await this.setCashStep.run(actor, code, body), STATUSES);
  }
}
