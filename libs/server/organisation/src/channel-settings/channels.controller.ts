import { Body, Controller, Get, HttpCode, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChannelSettings, SetChannelTax } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ChannelSettingsQuery } from './channel-settings.query';
import { type ChannelRefusal, SetChannelTaxUseCase } from './set-channel-tax.use-case';

const STATUSES = { unknown_channel: 404, changed_meanwhile: 409 } satisfies Record<ChannelRefusal['kind'], number>;
const ChannelCode = z.string().max(64);

@ApiTags('organisation')
@Controller('channels/:code')
export class ChannelsController {
  constructor(
    private readonly settings: ChannelSettingsQuery,
    private readonly setTax: SetChannelTaxUseCase,
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
}
