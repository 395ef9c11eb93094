import { Controller, Get, Param, ParseUUIDPipe, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReceivedWeight } from '@oneshelf/contracts';
import { Problem, Staff } from '@oneshelf/platform';
import { ReceivedWeightQuery } from './received-weight.query';

@ApiTags('stock')
@Controller('stock/:variantId/received-weight')
@Staff()
export class ReceivedWeightController {
  constructor(private readonly weights: ReceivedWeightQuery) {}

  /** What pieces that are paid by their weight weighed as they came. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: ReceivedWeight })
  @SerializeOptions({ schema: ReceivedWeight })
  async show(@Param('variantId', ParseUUIDPipe) variantId: string): Promise<ReceivedWeight> {
    const answer = await this.weights.run(variantId);
    if (!answer) throw new Problem(404, 'unknown_variant', 'There is no product with this id.');
    return answer;
  }
}
