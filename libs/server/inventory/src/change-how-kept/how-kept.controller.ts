import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { HowKept } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { ChangeHowKeptUseCase, type HowKeptRefusal } from './change-how-kept.use-case';

const REFUSED = { unknown_variant: 404, unit_in_use: 409, catch_weight_is_pieces: 409, usual_weight_missing: 422, catch_weight_component: 409, catch_weight_in_use: 409, bundle_has_no_units: 409, serial_is_a_piece: 409 } satisfies Record<HowKeptRefusal['kind'], number>;

@ApiTags('catalogue')
@Controller('products/variants/:variantId/how-kept')
export class HowKeptController {
  constructor(private readonly changeHowKept: ChangeHowKeptUseCase) {}

  /** By lot, by serial or not; in which unit. Tills and the office learn of it like of any change of a product. */
  @Put()
  @Staff('merchandiser')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async set(@Param('variantId', ParseUUIDPipe) variantId: string, @CurrentActor() actor: StaffActor, @Body({ schema: HowKept }) body: HowKept): Promise<void> {
    valueOf(await this.changeHowKept.run(actor, variantId, body), REFUSED);
  }
}
