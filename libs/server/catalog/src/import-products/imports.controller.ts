import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ImportMapping, ImportRun, ImportRunList } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { CancelImportUseCase } from './cancel-import/cancel-import.use-case';
import { CheckImportUseCase } from './check-import/check-import.use-case';
import { importStatuses } from './import-statuses';
import { ImportsQuery } from './list-imports/imports.query';
import { MapImportUseCase } from './map-import/map-import.use-case';
import { StartImportUseCase } from './start-import/start-import.use-case';

const Id = z.uuid();

@ApiTags('imports')
@Controller('imports')
@Staff('merchandiser', 'operations')
export class ImportsController {
  constructor(
    private readonly imports: ImportsQuery,
    private readonly mapImport: MapImportUseCase,
    private readonly checkImport: CheckImportUseCase,
    private readonly startImport: StartImportUseCase,
    private readonly cancelImport: CancelImportUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: ImportRunList })
  @SerializeOptions({ schema: ImportRunList })
  async list(): Promise<ImportRunList> {
    return { imports: await this.imports.list() };
  }

  /** Asked again and again, it gives the progress. */
  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  show(@Param('id', { schema: Id }) id: string): Promise<ImportRun> {
    return this.found(id);
  }

  @Post(':id/mapping')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  async map(@Param('id', { schema: Id }) id: string, @Body({ schema: ImportMapping }) mapping: ImportMapping, @CurrentActor() actor: StaffActor): Promise<ImportRun> {
    valueOf(await this.mapImport.run(id, mapping, actor), importStatuses.map);
    return this.found(id);
  }

  /** The dry run. */
  @Post(':id/check')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  async check(@Param('id', { schema: Id }) id: string): Promise<ImportRun> {
    valueOf(await this.checkImport.run(id), importStatuses.check);
    return this.found(id);
  }

  @Post(':id/start')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  async start(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: StaffActor): Promise<ImportRun> {
    valueOf(await this.startImport.run(id, actor), importStatuses.start);
    return this.found(id);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  async cancel(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: StaffActor): Promise<ImportRun> {
    valueOf(await this.cancelImport.run(id, actor), importStatuses.cancel);
    return this.found(id);
  }

  private async found(id: string): Promise<ImportRun> {
    const run = await this.imports.byId(id);
    if (!run) throw new Problem(404, 'import_not_found', 'There is no such import.');
    return run;
  }
}
