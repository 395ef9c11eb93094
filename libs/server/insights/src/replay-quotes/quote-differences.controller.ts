import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ResolveDiscrepancyRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type ResolveQuoteDifferenceRefusal, ResolveQuoteDifferenceUseCase } from './resolve-quote-difference.use-case';

const STATUSES = { not_found: 404, already_resolved: 409 } satisfies Record<ResolveQuoteDifferenceRefusal['kind'], number>;

@ApiTags('orders')
@Controller('quote-differences')
export class QuoteDifferencesController {
  constructor(private readonly resolveDifference: ResolveQuoteDifferenceUseCase) {}

  @Post(':id/resolve')
  @Staff('operations', 'merchandiser')
  @HttpCode(204)
  async resolve(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) orderId: string, @Body({ schema: ResolveDiscrepancyRequest }) body: ResolveDiscrepancyRequest): Promise<void> {
    valueOf(await this.resolveDifference.run(actor, orderId, body.note), STATUSES);
  }
}
