import { Controller, Get, Param, ParseUUIDPipe, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { StockExplanation, StockExplanationQuery, StockSeries, StockSeriesQuery } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { ExplainStockQuery } from './explain-stock.query';
import { StockOverTimeQuery } from './stock-over-time.query';

@ApiTags('stock')
@Controller('stock')
@Staff()
export class ExplainStockController {
  constructor(
    private readonly explain: ExplainStockQuery,
    private readonly overTime: StockOverTimeQuery,
  ) {}

  /** What made a number, now or at an instant: parts that add up to it. */
  @Get(':variantId/explanation')
  @ApiResponse({ status: 200, standardSchema: StockExplanation })
  @SerializeOptions({ schema: StockExplanation })
  explanation(@Param('variantId', ParseUUIDPipe) variantId: string, @Query({ schema: StockExplanationQuery }) query: StockExplanationQuery): Promise<StockExplanation> {
    return this.explain.run(variantId, query, new Date());
  }

  @Get(':variantId/series')
  @ApiResponse({ status: 200, standardSchema: StockSeries })
  @SerializeOptions({ schema: StockSeries })
  series(@Param('variantId', ParseUUIDPipe) variantId: string, @Query({ schema: StockSeriesQuery }) query: StockSeriesQuery): Promise<StockSeries> {
    return this.overTime.run(variantId, query, new Date());
  }
}
