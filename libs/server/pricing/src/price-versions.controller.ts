import { Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { DraftState, PriceBookVersions } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ListVersionsQuery } from './list-versions/list-versions.query';
import { type RestoreRefusal, RestoreVersionUseCase } from './restore-version/restore-version.use-case';
import { type UnscheduleRefusal, UnscheduleVersionUseCase } from './unschedule-version/unschedule-version.use-case';

const restoreStatuses = { unknown_version: 404, never_live: 409, draft_open: 409, nothing_to_restore: 422 } satisfies Record<RestoreRefusal['kind'], number>;
const unscheduleStatuses = { unknown_version: 404, not_scheduled: 409, draft_open: 409 } satisfies Record<UnscheduleRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('price-books')
export class PriceVersionsController {
  constructor(
    private readonly listVersions: ListVersionsQuery,
    private readonly restoreVersion: RestoreVersionUseCase,
    private readonly unscheduleVersion: UnscheduleVersionUseCase,
  ) {}

  @Get(':id/versions')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceBookVersions })
  @SerializeOptions({ schema: PriceBookVersions })
  async list(@Param('id', { schema: z.uuid() }) bookId: string): Promise<PriceBookVersions> {
    return valueOf(await this.listVersions.run(bookId), { unknown_price_book: 404 });
  }

  @Post('versions/:id/restore')
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: DraftState })
  @SerializeOptions({ schema: DraftState })
  async restore(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) versionId: string): Promise<DraftState> {
    return valueOf(await this.restoreVersion.run(actor, versionId), restoreStatuses);
  }

  @Post('versions/:id/unschedule')
  @Staff('merchandiser')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: DraftState })
  @SerializeOptions({ schema: DraftState })
  async unschedule(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) versionId: string): Promise<DraftState> {
    return valueOf(await this.unscheduleVersion.run(actor, versionId), unscheduleStatuses);
  }
}
