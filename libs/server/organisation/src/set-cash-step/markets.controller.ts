import { Body, Controller, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CashStepAnswer, SetCashStep } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type SetCashStepRefusal, SetCashStepUseCase } from './set-cash-step.use-case';

const STATUSES = { unknown_market: 404 } satisfies Record<SetCashStepRefusal['kind'], number>;

@ApiTags('organisation')
@Controller('markets')
export class MarketsController {
  constructor(private readonly setCashStep: SetCashStepUseCase) {}

  @Put(':code/cash-step')
  @Staff('finance')
  @ApiResponse({ status: 200, standardSchema: CashStepAnswer })
  @SerializeOptions({ schema: CashStepAnswer })
  async set(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(8) }) code: string, @Body({ schema: SetCashStep }) body: SetCashStep): Promise<CashStepAnswer> {
    return valueOf(await this.setCashStep.run(actor, code, body.cashStepMinor), STATUSES);
  }
}
