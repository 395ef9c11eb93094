import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type MendedRefund, MendedRefundSchema, type PayRefundOtherwise, PayRefundOtherwiseSchema } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type MendRefundRefusal, MendRefundUseCase } from './mend-refund.use-case';

const STATUSES = { not_found: 404, not_failed: 409, refund_exceeds_paid: 409 } satisfies Record<MendRefundRefusal['kind'], number>;
const Id = z.uuid();

@Staff('operations', 'finance')
@ApiTags('orders')
@Controller('refunds')
@SerializeOptions({ schema: MendedRefundSchema })
export class MendRefundController {
  constructor(private readonly mending: MendRefundUseCase) {}

  @Post(':id/retry')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: MendedRefundSchema })
  async retry(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string): Promise<MendedRefund> {
    return valueOf(await this.mending.retry(actor, id), STATUSES);
  }

  @Post(':id/pay-otherwise')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: MendedRefundSchema })
  async payOtherwise(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: PayRefundOtherwiseSchema }) body: PayRefundOtherwise): Promise<MendedRefund> {
    return valueOf(await this.mending.payOtherwise(actor, id, body.note), STATUSES);
  }
}
