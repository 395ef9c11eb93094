import { Body, Controller, Get, HttpCode, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChannelSettings, SetChannelCheckout, SetChannelTax } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ChannelSettingsQuery } from './channel-settings.query';
import { type SetChannelCheckoutRefusal, SetChannelCheckoutUseCase } from './set-channel-checkout.use-case';
import { type ChannelRefusal, SetChannelTaxUseCase } from './set-channel-tax.use-case';

const STATUSES = { unknown_channel: 404, changed_meanwhile: 409 } satisfies Record<ChannelRefusal['kind'], number>;
const CHECKOUT_STATUSES = { unknown_channel: 404, no_checkout: 409, changed_meanwhile: 409 } satisfies Record<SetChannelCheckoutRefusal['kind'], number>;
const ChannelCode = z.string().max(64);

@ApiTags('organisation')
@Controller('channels/:code')
export class ChannelsController {
  constructor(
    private readonly settings: ChannelSettingsQuery,
    private readonly setTax: SetChannelTaxUseCase,
    private readonly setCheckout: SetChannelCheckoutUseCase,
  ) {}

  @Get('settings')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: ChannelSettings })
  @SerializeOptions({ schema: ChannelSettings })
  async read(@CurrentActor() actor: StaffActor, @Param('code', { schema: ChannelCode }) code: string): Promise<ChannelSettings> {
    const found = await this.settings.run(actor, code);
    if (!found) throw new Problem(404, 'unknown_channel', `There is no channel ${code}.`);
    return found;
  }

  @Put('tax')
  @Staff('finance')
  @HttpCode(204)
  async tax(@CurrentActor() actor: StaffActor, @Param('code', { schema: ChannelCode }) code: string, @Body({ schema: SetChannelTax }) body: SetChannelTax): Promise<void> {
    valueOf(await this.setTax.run(actor, code, body), STATUSES);
  }

  @Put('checkout')
  @Staff('operations')
  @HttpCode(204)
  async checkout(@CurrentActor() actor: StaffActor, @Param('code', { schema: ChannelCode }) code: string, @Body({ schema: SetChannelCheckout }) body: SetChannelCheckout): Promise<void> {
    valueOf(await this.setCheckout.run(actor, code, body), CHECKOUT_STATUSES);
  }
}
