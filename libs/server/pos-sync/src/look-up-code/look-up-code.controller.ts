import { Body, Controller, HttpCode, Inject, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { LookedUpCode, LookUpCode } from '@oneshelf/contracts';
import { CurrentActor, type Database, DATABASE, type DeviceActor, takeHit, Till } from '@oneshelf/platform';
import { LookUpCodeQuery } from './look-up-code.query';

@ApiTags('till')
@Controller('pos/codes')
export class LookUpCodeController {
  constructor(
    private readonly codes: LookUpCodeQuery,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** By POST, so that no code stands in a log; limited, so that nobody tries codes at a till. */
  @Post('look-up')
  @Till()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: LookedUpCode })
  @SerializeOptions({ schema: LookedUpCode })
  async lookUp(@CurrentActor() device: DeviceActor, @Body({ schema: LookUpCode }) body: LookUpCode): Promise<LookedUpCode> {
    await takeHit(this.database, { key: `look-up-code:${device.id}`, limit: 60, windowSeconds: 60 });
    return this.codes.run(device, body);
  }
}
