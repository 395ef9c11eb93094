import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceSheetTable, SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { SheetTableQuery } from './read-price-sheet/sheet-table.query';
import { WatchSheetUseCase } from './watch-sheet/watch-sheet.use-case';

const statuses = { unknown_market: 404 };
const zip = promisify(gzip) as (body: Buffer, options: { level: number }) => Promise<Buffer>;
const MarketCode = z.string().regex(/^[A-Z]{2}$/);

/** A market's price sheet, and what others do in it while it is open. */
@ApiTags('pricing')
@Controller('markets/:market/price-sheet')
@Staff('merchandiser', 'finance', 'operations')
export class PriceSheetController {
  constructor(
    private readonly table: SheetTableQuery,
    private readonly watchSheet: WatchSheetUseCase,
  ) {}

  /** Zipped where the reader can unzip: of the ten megabytes of a large sheet two are left. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: PriceSheetTable })
  async sheet(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Headers('accept-encoding') encodings: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const body = Buffer.from(JSON.stringify(valueOf(await this.table.run({ marketCode: market, now: new Date(), name: actor.name }), statuses)));
    void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding').header('cache-control', 'no-store');
    if (!/\bgzip\b/.test(encodings ?? '')) return body;
    void reply.header('content-encoding', 'gzip');
    return zip(body, { level: 1 });
  }

  @Post('news')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SheetNews })
  @SerializeOptions({ schema: SheetNews })
  async news(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: SheetNewsRequest }) request: SheetNewsRequest): Promise<SheetNews> {
    return valueOf(await this.watchSheet.run(actor, market, request), statuses);
  }
}
