import { Body, Controller, Headers, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AdjustStockAnswer, AdjustStockRequest } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { type SubmitAdjustmentRefusal, SubmitAdjustmentUseCase } from './submit-adjustment.use-case';

const statuses = {
  insufficient_stock: 409,
  reason_required: 400,
  nothing_to_adjust: 400,
  bundle_has_no_stock: 409,
  unknown_location: 404,
  unknown_variant: 404,
  not_allowed_here: 403,
  above_limit: 403,
  idempotency_key_reused: 409,
  serial_unreadable: 422,
  serial_twice: 422,
  serials_required: 422,
  lots_required: 422,
  lot_unknown: 422,
  expiry_missing: 422,
} satisfies Record<SubmitAdjustmentRefusal['kind'], number>;

@ApiTags('stock')
@Controller('stock/adjustments')
export class SubmitAdjustmentController {
  constructor(private readonly submit: SubmitAdjustmentUseCase) {}

  /** Corrects stock at one location. The same key and body again give the first answer. */
  @Post()
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: AdjustStockAnswer })
  @SerializeOptions({ schema: AdjustStockAnswer })
  async adjust(@CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: AdjustStockRequest }) body: AdjustStockRequest): Promise<AdjustStockAnswer> {
    if (!key || key.length > 200) throw new Problem(400, 'idempotency_key_required', 'Send an Idempotency-Key header of at most 200 characters. Nothing was changed.');
    return valueOf(await this.submit.run(actor, key, body), statuses);
  }
}
