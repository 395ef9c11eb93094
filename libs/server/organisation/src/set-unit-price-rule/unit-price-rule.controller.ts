import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SetUnitPriceRule } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type SetUnitPriceRuleRefusal, SetUnitPriceRuleUseCase } from './set-unit-price-rule.use-case';

const STATUSES = { unknown_market: 404, changed_meanwhile: 409 } satisfies Record<SetUnitPriceRuleRefusal['kind'], number>;

@ApiTags('organisation')
@Controller('markets')
export class UnitPriceRuleController {
  constructor(private readonly setRule: SetUnitPriceRuleUseCase) {}

  @Put(':code/unit-price-rule')
  @Staff('merchandiser', 'finance')
  @HttpCode(204)
  async set(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(8) }) code: string, @Body({ schema: SetUnitPriceRule }) body: SetUnitPriceRule): Promise<void> {
    valueOf(await this.setRule.run(actor, code, body), STATUSES);
  }
}
