import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ResolveDiscrepancyRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type ResolveDiscrepancyRefusal, ResolveDiscrepancyUseCase } from './resolve-discrepancy.use-case';

const STATUSES = { not_found: 404, already_resolved: 409, not_allowed: 403 } satisfies Record<ResolveDiscrepancyRefusal['kind'], number>;

@ApiTags('till')
@Controller('discrepancies')
export class DiscrepanciesController {
  constructor(private readonly resolveDiscrepancy: ResolveDiscrepancyUseCase) {}

  @Post(':id/resolve')
  @Staff('operations', 'store_manager')
  @HttpCode(204)
  async resolve(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: ResolveDiscrepancyRequest }) body: ResolveDiscrepancyRequest): Promise<void> {
    valueOf(await this.resolveDiscrepancy.run(actor, id, body.note), STATUSES);
  }
}
