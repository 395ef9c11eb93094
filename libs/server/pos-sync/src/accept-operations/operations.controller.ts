import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { SendOperations, SendOperationsAnswer } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import { DeviceRepository } from '@oneshelf/server-identity';
import type * as z from 'zod';
import { AcceptOperationsUseCase } from './accept-operations.use-case';

@ApiTags('till')
@Controller('pos/operations')
export class OperationsController {
  constructor(
    private readonly acceptOperations: AcceptOperationsUseCase,
    private readonly devices: DeviceRepository,
  ) {}

  @Post()
  @Till()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SendOperationsAnswer })
  @SerializeOptions({ schema: SendOperationsAnswer })
  async accept(@CurrentActor() device: DeviceActor, @Body({ schema: SendOperations }) body: z.infer<typeof SendOperations>): Promise<SendOperationsAnswer> {
    const results = await this.acceptOperations.run(device, body.operations);
    await this.devices.seen(device.id);
    return { serverTime: new Date().toISOString(), results };
  }
}
