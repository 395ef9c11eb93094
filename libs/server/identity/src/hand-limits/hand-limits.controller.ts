import { Body, Controller, Get, Param, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { HandLimitList, SetHandLimit } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { HandLimitRepository } from './hand-limit.repository';
import { type SetHandLimitRefusal, SetHandLimitUseCase } from './set-hand-limit.use-case';

const STATUSES = { unknown_role: 404 } satisfies Record<SetHandLimitRefusal['kind'], number>;

@ApiTags('identity')
@Controller('hand-limits')
export class HandLimitsController {
  constructor(
    private readonly limits: HandLimitRepository,
    private readonly setHandLimit: SetHandLimitUseCase,
  ) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: HandLimitList })
  @SerializeOptions({ schema: HandLimitList })
  async list(): Promise<HandLimitList> {
    return { items: await this.limits.all() };
  }

  @Put(':role')
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: HandLimitList })
  @SerializeOptions({ schema: HandLimitList })
  async set(@CurrentActor() actor: StaffActor, @Param('role', { schema: z.string().max(40) }) role: string, @Body({ schema: SetHandLimit }) body: SetHandLimit): Promise<HandLimitList> {
    return { items: valueOf(await this.setHandLimit.run(actor, { role, ...body }), STATUSES) };
  }
}
