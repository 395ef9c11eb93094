import { Body, Controller, Get, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChannelPoolsAnswer, SetChannelPool, SetChannelPoolAnswer } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { OrganisationRepository } from '../organisation.repository';
import { type SetChannelPoolRefusal, SetChannelPoolUseCase } from './set-channel-pool.use-case';

const STATUSES = { unknown_channel: 404, unknown_location: 404, pool_apart: 409, pool_changed: 409 } satisfies Record<SetChannelPoolRefusal['kind'], number>;

@ApiTags('organisation')
@Controller('channel-pools')
export class ChannelPoolsController {
  constructor(
    private readonly repository: OrganisationRepository,
    private readonly setPool: SetChannelPoolUseCase,
  ) {}

  /** What each channel may see of the shelf, read fresh: whoever changes it needs its version. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ChannelPoolsAnswer })
  @SerializeOptions({ schema: ChannelPoolsAnswer })
  async list(): Promise<ChannelPoolsAnswer> {
    const { channels, pools } = await this.repository.load();
    return {
      items: [...channels.values()].sort((a, b) => a.name.localeCompare(b.name)).flatMap(({ code, name, kind, marketCode, fulfilledBy }) => {
        const pool = pools.get(code);
        return kind === 'pos' || !pool ? [] : [{ name, kind, marketCode, fulfilledBy, ...pool }];
      }),
    };
  }

  @Put(':code')
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: SetChannelPoolAnswer })
  @SerializeOptions({ schema: SetChannelPoolAnswer })
  async set(@CurrentActor() actor: StaffActor, @Param('code', { schema: z.string().max(50) }) code: string, @Body({ schema: SetChannelPool }) body: SetChannelPool): Promise<SetChannelPoolAnswer> {
    return valueOf(await this.setPool.run(actor, code, body), STATUSES);
  }
}
