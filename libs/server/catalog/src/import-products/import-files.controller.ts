import { Controller, Get, HttpCode, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ImportRun } from '@oneshelf/contracts';
import type { MultipartFile } from '@fastify/multipart';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { importStatuses } from './import-statuses';
import { ImportsQuery } from './list-imports/imports.query';
import { RejectedRowsQuery } from './rejected-rows/rejected-rows.query';
import { UploadImportUseCase } from './upload-import/upload-import.use-case';

@ApiTags('imports')
@Controller('imports')
@Staff('merchandiser', 'operations')
export class ImportFilesController {
  constructor(
    private readonly uploadImport: UploadImportUseCase,
    private readonly imports: ImportsQuery,
    private readonly rejectedRows: RejectedRowsQuery,
  ) {}

  /** A product file, at most 50 MB, as the part `file`; the market's code in the query. */
  @Post()
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file', 'market'], properties: { market: { type: 'string' }, file: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 201, standardSchema: ImportRun })
  @SerializeOptions({ schema: ImportRun })
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: StaffActor): Promise<ImportRun> {
    const { file, content } = await receiveFile(request);
    const id = valueOf(await this.uploadImport.run({ fileName: nameOf(file), content, marketCode: marketOf(file), actor }), importStatuses.upload);
    const run = await this.imports.byId(id);
    if (!run) throw new Problem(404, 'import_not_found', 'There is no such import.');
    return run;
  }

  @Get(':id/errors.csv')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, description: 'The rejected rows as they came, with a last column "error"' })
  async rejected(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const rows = await this.rejectedRows.run(id);
    if (!rows) throw new Problem(404, 'import_not_found', 'There is no such import.');
    void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(rows.fileName)}`);
    return rows.text;
  }
}

async function receiveFile(request: FastifyRequest): Promise<{ file: MultipartFile; content: Buffer }> {
  if (!request.isMultipart()) throw new Problem(415, 'file_expected', 'Send the file as multipart/form-data, in the part "file". Nothing was stored.');
  const file = await request.file();
  if (!file) throw new Problem(400, 'file_expected', 'There is no file in this request. Nothing was stored. Send it in the part "file".');
  // Throws with status 413 when the file is larger than the limit; the filter says so.
  return { file, content: await file.toBuffer() };
}

/** Fields must come before the file: what comes behind it is read too late. */
function marketOf(file: MultipartFile): string {
  const field = file.fields['market'];
  const value = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined;
  if (typeof value !== 'string') throw new Problem(400, 'market_expected', 'Say which market the prices are for, in the field "market" before the file. Nothing was stored.');
  return value;
}

const nameOf = (file: MultipartFile): string => file.filename.replace(/^.*[\\/]/, '').slice(0, 255) || 'products.csv';
