import { Controller, Get, Param, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type PriceDrifts, PriceDriftsSchema, type PriceParity, type PriceParityMatrix, PriceParityMatrixSchema, PriceParityQuery, PriceParitySchema } from '@oneshelf/contracts';
import { Problem, Staff, valueOf } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { parityCsv } from './parity-csv';
import { parityMatrix } from './parity-matrix';
import { driftsOf, parityPage, rowsOf } from './parity-rows';
import type { ParitySheet } from './parity-sheet';
import { type ParityRefusal, ParitySheetQuery } from './parity-sheet.query';

const STATUSES = { unknown_market: 404, no_book: 404 } satisfies Record<ParityRefusal['kind'], number>;

@ApiTags('reports')
@Controller('markets/:market')
export class PriceParityController {
  constructor(private readonly sheets: ParitySheetQuery) {}

  /** What everything costs everywhere, and where a place asks for another price than the book. */
  @Get('price-parity')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceParitySchema })
  @SerializeOptions({ schema: PriceParitySchema })
  async read(@Param('market') market: string, @Query({ schema: PriceParityQuery }) query: PriceParityQuery): Promise<PriceParity> {
    return parityPage(await this.sheet(market, query), query);
  }

  @Get('price-parity/drifts')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceDriftsSchema })
  @SerializeOptions({ schema: PriceDriftsSchema })
  async drifts(@Param('market') market: string, @Query({ schema: PriceParityQuery }) query: PriceParityQuery): Promise<PriceDrifts> {
    const sheet = await this.sheet(market, query);
    const drifts = driftsOf(sheet, query);
    return { currency: sheet.market.currency, total: drifts.length, items: drifts.slice(query.offset, query.offset + query.limit) };
  }

  @Get('price-parity/variants/:variantId')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceParityMatrixSchema })
  @SerializeOptions({ schema: PriceParityMatrixSchema })
  async matrix(@Param('market') market: string, @Param('variantId', { schema: z.uuid() }) variantId: string, @Query({ schema: PriceParityQuery }) query: PriceParityQuery): Promise<PriceParityMatrix> {
    const matrix = parityMatrix(await this.sheet(market, query), variantId);
    if (!matrix) throw new Problem(404, 'unknown_variant', 'This product is not sold any more, or never was. Go back to the list.');
    return matrix;
  }

  @Get('price-parity.csv')
  @Staff('merchandiser', 'finance', 'operations')
  @ApiProduces('text/csv')
  async asCsv(@Param('market') market: string, @Query({ schema: PriceParityQuery }) query: PriceParityQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const sheet = await this.sheet(market, query);
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="price-parity-${sheet.market.code}-${sheet.at.slice(0, 10)}.csv"`);
    return parityCsv(sheet.market.currency, driftsOf(sheet, query), rowsOf(sheet, query));
  }

  private async sheet(market: string, { at }: PriceParityQuery): Promise<ParitySheet> {
    return valueOf(await this.sheets.run(market, at === undefined ? null : new Date(at), new Date()), STATUSES);
  }
}
