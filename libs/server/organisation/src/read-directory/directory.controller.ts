import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { DirectoryAnswer } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { OrganisationDirectory } from '../organisation-directory';

@ApiTags('organisation')
@Controller('directory')
export class DirectoryController {
  constructor(private readonly directory: OrganisationDirectory) {}

  /** Markets, channels, locations and registers: what screens need to name things. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: DirectoryAnswer })
  @SerializeOptions({ schema: DirectoryAnswer })
  async read(): Promise<DirectoryAnswer> {
    const { markets, channels, locations, registers } = await this.directory.read();
    return {
      markets: [...markets.values()],
      channels: [...channels.values()],
      locations: [...locations.values()].map(({ id, code, name, kind, marketCode, country, timeZone, canShip, canPickup }) => ({ id, code, name, kind, marketCode, country, timeZone, canShip, canPickup })),
      registers: [...registers.values()].map(({ id, locationId, number, name }) => ({ id, locationId, number, name })),
    };
  }
}
