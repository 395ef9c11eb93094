import { Controller, Get, HttpCode, Param, Post, Req, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReferenceImport, ReferenceSources } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ImportReferencePrices, type ReferenceImportRefusal } from './import-reference-prices.use-case';
import { ReferenceSourcesQuery } from './reference-sources.query';

const statuses = { unknown_market: 404, invalid_reference_prices: 422 } satisfies Record<ReferenceImportRefusal['kind'], number>;
const MarketCode = z.string().regex(/^[A-Z]{2}$/);

/** What others ask for the same goods. */
@ApiTags('pricing')
@Controller('markets/:market/reference-prices')
export class ReferencePricesController {
  constructor(
    private readonly importing: ImportReferencePrices,
    private readonly sources: ReferenceSourcesQuery,
  ) {}

  @Get()
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: ReferenceSources })
  @SerializeOptions({ schema: ReferenceSources })
  list(@Param('market', { schema: MarketCode }) market: string): Promise<ReferenceSources> {
    return this.sources.run(market);
  }

  /** CSV with the headings sku, kind, source, price, and where wanted currency and seen_at. Sending it again changes nothing more. */
  @Post()
  @Staff('merchandiser')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { dryRun: { type: 'string', enum: ['true', 'false'] }, isWhole: { type: 'string', enum: ['true', 'false'] }, file: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 200, standardSchema: ReferenceImport })
  @SerializeOptions({ schema: ReferenceImport })
  async take(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Req() request: FastifyRequest): Promise<ReferenceImport> {
    if (!request.isMultipart()) throw new Problem(415, 'file_expected', 'Send the file as multipart/form-data, in the part "file". Nothing was stored.');
    const file = await request.file();
    if (!file) throw new Problem(400, 'file_expected', 'There is no file in this request. Nothing was stored. Send it in the part "file".');
    const isSet = (name: string): boolean => {
      const field = file.fields[name];
      return field !== undefined && !Array.isArray(field) && field.type === 'field' && field.value === 'true';
    };
    const options = { isDryRun: isSet('dryRun'), isWhole: isSet('isWhole') };
    return valueOf(await this.importing.run(actor, { marketCode: market, content: await file.toBuffer(), ...options, now: new Date() }), statuses);
  }
}
