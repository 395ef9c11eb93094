import { Controller, Get, Param, ParseUUIDPipe, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { SerialLifeAnswer, SerialListAnswer, SerialListQuery } from '@oneshelf/contracts';
import { Problem, Staff } from '@oneshelf/platform';
import { SerialsQuery } from './serials.query';

@ApiTags('stock')
@Controller('stock/serials')
@Staff()
export class SerialsController {
  constructor(private readonly serials: SerialsQuery) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: SerialListAnswer })
  @SerializeOptions({ schema: SerialListAnswer })
  list(@Query({ schema: SerialListQuery }) query: SerialListQuery): Promise<SerialListAnswer> {
    return this.serials.list(query);
  }

  /** One piece and what became of it. */
  @Get(':variantId/:serialNumber')
  @ApiResponse({ status: 200, standardSchema: SerialLifeAnswer })
  @SerializeOptions({ schema: SerialLifeAnswer })
  async show(@Param('variantId', ParseUUIDPipe) variantId: string, @Param('serialNumber') serialNumber: string): Promise<SerialLifeAnswer> {
    const life = await this.serials.life(variantId, serialNumber);
    if (!life) throw new Problem(404, 'unknown_serial', 'There is no piece with this serial number. Look for it by how it begins.');
    return life;
  }
}
