import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { TillHeartbeat, TillHeartbeatAnswer } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import { DeviceRepository } from '@oneshelf/server-identity';
import { GrantToRegisterUseCase } from '@oneshelf/server-inventory/exposure';

@ApiTags('till')
@Controller('pos/heartbeat')
export class HeartbeatController {
  constructor(
    private readonly grant: GrantToRegisterUseCase,
    private readonly devices: DeviceRepository,
  ) {}

  /** What this register may sell while it is cut off: renewed, filled up, or given back. */
  @Post()
  @Till()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TillHeartbeatAnswer })
  @SerializeOptions({ schema: TillHeartbeatAnswer })
  async beat(@CurrentActor() device: DeviceActor, @Body({ schema: TillHeartbeat }) body: TillHeartbeat): Promise<TillHeartbeatAnswer> {
    const { serverTime, grants } = await this.grant.run({
      registerId: device.registerId, locationId: device.locationId, actor: device, deviceId: device.id, isClosing: body.isClosing,
      reports: new Map(body.rights.map(({ variantId, epoch, usedMilli }) => [variantId, { epoch, usedMilli }])),
    });
    await this.devices.seen(device.id);
    return {
      serverTime: serverTime.toISOString(),
      rights: grants.map((grant) => ({ variantId: grant.variantId, epoch: grant.epoch, ceilingMilli: grant.ceilingMilli, expiresAt: new Date(grant.expiresAtMs).toISOString() })),
    };
  }
}
