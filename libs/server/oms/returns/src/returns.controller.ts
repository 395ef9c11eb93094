import { Body, Controller, Get, HttpCode, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CreateReturn, CreateReturnSchema, type ReturnLookup, ReturnLookupQuerySchema, ReturnLookupSchema, type ReturnResult, ReturnResultSchema } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Problem, Till, valueOf } from '@oneshelf/platform';
import { ReturnableQuery } from './find-returnable/returnable.query';
import { type ReceiveReturnRefusal, ReceiveReturnUseCase } from './receive-return/receive-return.use-case';

const STATUSES = {
  not_found: 404, unknown_line: 422, invalid_quantity: 422, nothing_to_return: 409, not_fulfilled: 409, outside_policy: 409, exceeds_paid: 409, refund_exceeds_paid: 409,
  unit_returned_already: 409, payment_in_progress: 409, idempotency_key_reused: 409, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409, serial_not_of_sale: 409,
} satisfies Record<ReceiveReturnRefusal['kind'], number>;

@Till()
@ApiTags('till')
@Controller('pos/returns')
export class ReturnsController {
  constructor(
    private readonly returnable: ReturnableQuery,
    private readonly receiving: ReceiveReturnUseCase,
  ) {}

  @Get('lookup')
  @ApiResponse({ status: 200, standardSchema: ReturnLookupSchema })
  @SerializeOptions({ schema: ReturnLookupSchema })
  async lookup(@Query({ schema: ReturnLookupQuerySchema }) { code }: { code: string }): Promise<ReturnLookup> {
    const found = await this.returnable.run(code);
    if (!found) throw new Problem(404, 'not_found', 'No order or receipt has this number. Nothing was changed; check the number or scan again.');
    return found;
  }

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ReturnResultSchema })
  @SerializeOptions({ schema: ReturnResultSchema })
  async receive(@Body({ schema: CreateReturnSchema }) body: CreateReturn, @CurrentActor() till: DeviceActor): Promise<ReturnResult> {
    return valueOf(await this.receiving.run(body, till), STATUSES);
  }
}
