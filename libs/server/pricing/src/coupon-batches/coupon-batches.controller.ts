import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CouponBatchList, MadeCouponBatch, MakeCouponBatch } from '@oneshelf/contracts';
import { CurrentActor, Problem, recordAudit, Staff, type StaffActor, Transactions, valueOf } from '@oneshelf/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { CouponBatchRepository } from './coupon-batch.repository';
import { ListCouponBatchesQuery } from './list-coupon-batches.query';
import { type CouponBatchRefusal, MakeCouponBatchUseCase } from './make-coupon-batch.use-case';

const statuses = { unknown_promotion: 404, not_single_use: 409, batch_exists: 409, invalid_codes: 422 } satisfies Record<CouponBatchRefusal['kind'], number>;
const Id = z.uuid();

/** Single-use codes. Who may make them may read them: they are worth money. */
@ApiTags('pricing')
@Controller('promotions')
@Staff('merchandiser')
export class CouponBatchesController {
  constructor(
    private readonly making: MakeCouponBatchUseCase,
    private readonly batches: CouponBatchRepository,
    private readonly listing: ListCouponBatchesQuery,
    private readonly transactions: Transactions,
  ) {}

  @Get(':id/coupon-batches')
  @ApiResponse({ status: 200, standardSchema: CouponBatchList })
  @SerializeOptions({ schema: CouponBatchList })
  list(@Param('id', { schema: Id }) id: string): Promise<CouponBatchList> {
    return this.listing.run(id);
  }

  @Post(':id/coupon-batches')
  @ApiResponse({ status: 201, standardSchema: MadeCouponBatch })
  @SerializeOptions({ schema: MadeCouponBatch })
  async make(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: MakeCouponBatch }) body: MakeCouponBatch): Promise<MadeCouponBatch> {
    return valueOf(await this.making.make(actor, id, body), statuses);
  }

  /** A CSV file with one code a row as the part `file`, behind the field `id`: a UUID of the sender, once per intent. */
  @Post(':id/coupon-batches/file')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['id', 'file'], properties: { id: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 201, standardSchema: MadeCouponBatch })
  @SerializeOptions({ schema: MadeCouponBatch })
  async sendIn(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Req() request: FastifyRequest): Promise<MadeCouponBatch> {
    return valueOf(await this.making.sendIn(actor, id, await receive(request)), statuses);
  }

  @Get('coupon-batches/:id/codes.csv')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, description: 'Columns code, state (free or used), used_at' })
  async codes(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const batch = await this.batches.codesOf(id);
    if (!batch) throw new Problem(404, 'unknown_batch', 'There is no such batch of codes.');
    await this.transactions.write((tx) => recordAudit(tx, { actor, action: 'download', subject: 'coupon_batch', subjectId: id }));
    void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="codes-${batch.prefix === '' ? id : batch.prefix}.csv"`).header('cache-control', 'no-store');
    const rows = batch.codes.map(({ shown, isUsed, usedAt }) => `${shown},${isUsed ? 'used' : 'free'},${usedAt?.toISOString() ?? ''}`);
    return `\ufeff${['code,state,used_at', ...rows].join('\r\n')}\r\n`;
  }
}

async function receive(request: FastifyRequest): Promise<{ id: string; content: Buffer }> {
  if (!request.isMultipart()) throw new Problem(415, 'file_expected', 'Send the file as multipart/form-data, in the part "file". Nothing was stored.');
  const file = await request.file();
  if (!file) throw new Problem(400, 'file_expected', 'There is no file in this request. Nothing was stored. Send it in the part "file".');
  const field = file.fields['id'];
  const id = Id.safeParse(field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined);
  const content = await file.toBuffer();
  if (!id.success) throw new Problem(400, 'id_expected', 'Send a UUID of this batch in the field "id" before the file. Nothing was stored.');
  return { id: id.data, content };
}
