import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SetShippingMethods } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { SetShippingMethodsUseCase } from '@oneshelf/server-organisation';
import * as z from 'zod';
import { CheckShippingTax } from './check-shipping-tax';

/** Here and not beside the channels, because a fee that no rate taxes would stop every checkout. */
@ApiTags('organisation')
@Controller('channels/:code')
export class ShippingMethodsController {
  constructor(
    private readonly check: CheckShippingTax,
    private readonly setMethods: SetShippingMethodsUseCase,
  ) {}

  @Put('shipping-methods')
  @Staff('merchandiser', 'operations')
  @HttpCode(204)
  async set(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(64) }) code: string, @Body({ schema: SetShippingMethods }) body: SetShippingMethods): Promise<void> {
    valueOf(await this.check.run(code, body.methods, new Date()), { unknown_channel: 404, unknown_tax_class: 422 });
    valueOf(await this.setMethods.run(actor, code, body), { unknown_channel: 404, changed_meanwhile: 409 });
  }
}
