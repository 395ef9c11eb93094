import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CorrectionListAnswer, CorrectionListQuery, CorrectStockAnswer, CorrectStockRequest, DecideCorrectionRequest, ToSortAnswer, ToSortQuery } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { requiredKey } from '../required-key';
import { type CorrectStockRefusal, CorrectStockUseCase } from './correct-stock.use-case';
import { CorrectionsQuery } from './corrections.query';
import { type DecideCorrectionRefusal, DecideCorrectionUseCase } from './decide-correction.use-case';

export const CORRECT_STATUSES = { idempotency_key_reused: 409, insufficient_stock: 409, bundle_has_no_stock: 409, unknown_location: 404, unknown_variant: 404, not_whole: 422, not_allowed_here: 403, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409, lots_required: 422, lot_unknown: 422, expiry_missing: 422 } satisfies Record<CorrectStockRefusal['kind'], number>;
const DECIDE = { not_found: 404, wrong_status: 409, same_person: 403, above_limit: 403, insufficient_stock: 409, serial_elsewhere: 409 } satisfies Record<DecideCorrectionRefusal['kind'], number>;

@ApiTags('stock')
@Controller('stock')
@Staff('operations', 'store_manager', 'associate')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsQuery,
    private readonly correcting: CorrectStockUseCase,
    private readonly deciding: DecideCorrectionUseCase,
  ) {}

  @Get('corrections')
  @ApiResponse({ status: 200, standardSchema: CorrectionListAnswer })
  @SerializeOptions({ schema: CorrectionListAnswer })
  list(@Query({ schema: CorrectionListQuery }) query: CorrectionListQuery): Promise<CorrectionListAnswer> {
    return this.corrections.list(query);
  }

  /** Everything in quality control, quarantine, refurbish and damaged, longest first. */
  @Get('to-sort')
  @ApiResponse({ status: 200, standardSchema: ToSortAnswer })
  @SerializeOptions({ schema: ToSortAnswer })
  toSort(@Query({ schema: ToSortQuery }) query: ToSortQuery): Promise<ToSortAnswer> {
    return this.corrections.toSort(query);
  }

  /** Corrects numbers or changes the state of goods. Above the role's limit it waits for a second person. */
  @Post('corrections')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: CorrectStockAnswer })
  @SerializeOptions({ schema: CorrectStockAnswer })
  async correct(@CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: CorrectStockRequest }) body: CorrectStockRequest): Promise<CorrectStockAnswer> {
    return valueOf(await this.correcting.run(actor, requiredKey(key), body), CORRECT_STATUSES);
  }

  @Post('corrections/:id/decision')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async decide(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Body({ schema: DecideCorrectionRequest }) { decision }: DecideCorrectionRequest): Promise<void> {
    valueOf(await this.deciding.decide({ id, actor, decision }), DECIDE);
  }

  /** The same goods the way back, while they are still there. */
  @Post('corrections/:id/undo')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async undo(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor): Promise<void> {
    valueOf(await this.deciding.undo({ id, actor }), DECIDE);
  }
}
