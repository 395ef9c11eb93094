import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddBinsAnswer, AddBinsRequest, BinFileAnswer, BinFileRequest, BinListAnswer, BinListQuery, BinPlacesAnswer, SetBinPlacesRequest, SetBinRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { BinPlaces } from './bin-places.query';
import { type BinRefusal, PutBinsUseCase } from './put-bins.use-case';
import { type SetBinRefusal, SetBinUseCase } from './set-bin.use-case';

const REFUSED = { unknown_location: 404, not_allowed_here: 403, not_a_range: 422, unknown_variant: 404, unknown_bin: 409, closed_bin: 409 } satisfies Record<BinRefusal['kind'], number>;
const NOT_SET = { not_found: 404, not_allowed_here: 403 } satisfies Record<SetBinRefusal['kind'], number>;

@ApiTags('stock')
@Controller('stock')
@Staff()
export class BinsController {
  constructor(
    private readonly places: BinPlaces,
    private readonly putBins: PutBinsUseCase,
    private readonly setBin: SetBinUseCase,
  ) {}

  /** The bins of a location in walk order, and what is there by aisle. */
  @Get('bins')
  @ApiResponse({ status: 200, standardSchema: BinListAnswer })
  @SerializeOptions({ schema: BinListAnswer })
  list(@Query({ schema: BinListQuery }) { locationId }: BinListQuery): Promise<BinListAnswer> {
    return this.places.list(locationId);
  }

  @Post('bins')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: AddBinsAnswer })
  @SerializeOptions({ schema: AddBinsAnswer })
  async add(@CurrentActor() actor: StaffActor, @Body({ schema: AddBinsRequest }) body: AddBinsRequest): Promise<AddBinsAnswer> {
    return valueOf(await this.putBins.addRange(actor, body), REFUSED);
  }

  /** A file of bins and of what stands in them, checked first where it is a dry run. */
  @Post('bins/file')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: BinFileAnswer })
  @SerializeOptions({ schema: BinFileAnswer })
  async file(@CurrentActor() actor: StaffActor, @Body({ schema: BinFileRequest }) body: BinFileRequest): Promise<BinFileAnswer> {
    return valueOf(await this.putBins.takeFile(actor, body), REFUSED);
  }

  /** Closes a bin, or opens it again. */
  @Put('bins/:id')
  @Staff('operations', 'store_manager')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Body({ schema: SetBinRequest }) { isClosed }: SetBinRequest): Promise<void> {
    valueOf(await this.setBin.run(actor, id, isClosed), NOT_SET);
  }

  @Get(':variantId/bins')
  @ApiResponse({ status: 200, standardSchema: BinPlacesAnswer })
  @SerializeOptions({ schema: BinPlacesAnswer })
  ofVariant(@Param('variantId', ParseUUIDPipe) variantId: string): Promise<BinPlacesAnswer> {
    return this.places.ofVariant(variantId);
  }

  @Put(':variantId/bins')
  @Staff('operations', 'store_manager')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async set(@Param('variantId', ParseUUIDPipe) variantId: string, @CurrentActor() actor: StaffActor, @Body({ schema: SetBinPlacesRequest }) body: SetBinPlacesRequest): Promise<void> {
    valueOf(await this.putBins.setPlaces(actor, variantId, body), REFUSED);
  }
}
