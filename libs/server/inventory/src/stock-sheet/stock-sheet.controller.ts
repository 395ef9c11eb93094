import { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, HttpCode, Post, Query, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApplyStockFileRequest, CorrectStockAnswer, ResolveCodesAnswer, ResolveCodesRequest, StockDepartmentsAnswer, StockFileAnswer, StockFileRequest, StockLevelsCsvQuery, StockSheetAnswer, StockSheetQuery } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { CORRECT_STATUSES } from '../corrections/corrections.controller';
import { CorrectStockUseCase } from '../corrections/correct-stock.use-case';
import { requiredKey } from '../required-key';
import { CheckStockFile } from './check-stock-file';
import { LevelsCsv } from './levels-csv';
import { StockSheetQuery as SheetQuery } from './stock-sheet.query';

@ApiTags('stock')
@Controller('stock')
@Staff()
export class StockSheetController {
  constructor(
    private readonly sheet: SheetQuery,
    private readonly levels: LevelsCsv,
    private readonly files: CheckStockFile,
    private readonly correcting: CorrectStockUseCase,
    private readonly variants: VariantDirectory,
  ) {}

  @Get('sheet')
  @ApiResponse({ status: 200, standardSchema: StockSheetAnswer })
  @SerializeOptions({ schema: StockSheetAnswer })
  read(@Query({ schema: StockSheetQuery }) query: StockSheetQuery): Promise<StockSheetAnswer> {
    return this.sheet.run(query);
  }

  @Get('departments')
  @ApiResponse({ status: 200, standardSchema: StockDepartmentsAnswer })
  @SerializeOptions({ schema: StockDepartmentsAnswer })
  async departments(): Promise<StockDepartmentsAnswer> {
    return { departments: await this.variants.departments() };
  }

  /** Levels as a file, row by row as they are read: SKU, title, location, on_hand, available, as_of. */
  @Get('levels.csv')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, description: 'A CSV file.' })
  export(@Query({ schema: StockLevelsCsvQuery }) query: StockLevelsCsvQuery): StreamableFile {
    return new StreamableFile(Readable.from(this.levels.lines(query)), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="stock-levels.csv"' });
  }

  /** What a file would change. Nothing is written. */
  @Post('levels/check')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: StockFileAnswer })
  @SerializeOptions({ schema: StockFileAnswer })
  async check(@CurrentActor() actor: StaffActor, @Body({ schema: StockFileRequest }) body: StockFileRequest): Promise<StockFileAnswer> {
    return this.files.answerOf(await this.files.run(actor, body));
  }

  /** Applies a file whole or not at all, where it still does what the check said. */
  @Post('levels/apply')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: CorrectStockAnswer })
  @SerializeOptions({ schema: CorrectStockAnswer })
  async apply(@CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: ApplyStockFileRequest }) body: ApplyStockFileRequest): Promise<CorrectStockAnswer> {
    const checked = await this.files.run(actor, body);
    if (checked.problems.length > 0) throw new Problem(422, 'file_has_problems', 'Rows of this file cannot be used. Nothing was changed. Correct them and check the file again.', this.files.answerOf(checked));
    if (checked.changes.length !== body.expectedChanges) throw new Problem(409, 'file_does_other', 'Since the check this file would change other rows. Nothing was changed. Check it again.', { expected: body.expectedChanges, found: checked.changes.length });
    const moves = checked.changes.map(({ variantId, locationId, deltaMilli }) => ({ variantId, locationId, deltaMilli }));
    return valueOf(await this.correcting.run(actor, requiredKey(key), { kind: 'file', reason: body.reason, ...(body.note === undefined ? {} : { note: body.note }), moves }), CORRECT_STATUSES);
  }

  /** SKUs or barcodes to products, in the order of the list. */
  @Post('resolve-codes')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ResolveCodesAnswer })
  @SerializeOptions({ schema: ResolveCodesAnswer })
  async resolve(@Body({ schema: ResolveCodesRequest }) { codes }: ResolveCodesRequest): Promise<ResolveCodesAnswer> {
    const known = await this.variants.byCodes([...new Set(codes)]);
    return {
      items: codes.flatMap((code) => {
        const variant = known.get(code);
        return variant && variant.kind !== 'bundle' ? [{ code, variantId: variant.id, sku: variant.sku, title: variant.title, variantTitle: variant.variantTitle }] : [];
      }),
      unknown: codes.filter((code) => !known.has(code)),
      bundles: codes.filter((code) => known.get(code)?.kind === 'bundle'),
    };
  }
}
