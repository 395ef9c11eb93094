import { Controller, Get, Param, ParseUUIDPipe, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { StockDetailAnswer, StockDetailQuery, StockListAnswer, StockListQuery, StockMovementsAnswer, StockMovementsQuery } from '@oneshelf/contracts';
import { Problem, Staff } from '@oneshelf/platform';
import { ListMovementsQuery } from './list-movements.query';
import { ListStockQuery } from './list-stock.query';
import { ShowStockQuery } from './show-stock.query';

@ApiTags('stock')
@Controller('stock')
@Staff()
export class StockController {
  constructor(
    private readonly listStock: ListStockQuery,
    private readonly showStock: ShowStockQuery,
    private readonly listMovements: ListMovementsQuery,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: StockListAnswer })
  @SerializeOptions({ schema: StockListAnswer })
  list(@Query({ schema: StockListQuery }) query: StockListQuery): Promise<StockListAnswer> {
    return this.listStock.run(query);
  }

  @Get(':variantId')
  @ApiResponse({ status: 200, standardSchema: StockDetailAnswer })
  @SerializeOptions({ schema: StockDetailAnswer })
  async show(@Param('variantId', ParseUUIDPipe) variantId: string, @Query({ schema: StockDetailQuery }) query: StockDetailQuery): Promise<StockDetailAnswer> {
    const detail = await this.showStock.run(variantId, query);
    if (!detail) throw new Problem(404, 'unknown_variant', 'There is no product with this id.');
    return detail;
  }

  /** The movements behind a number, newest first, with a running total. */
  @Get(':variantId/movements')
  @ApiResponse({ status: 200, standardSchema: StockMovementsAnswer })
  @SerializeOptions({ schema: StockMovementsAnswer })
  movements(@Param('variantId', ParseUUIDPipe) variantId: string, @Query({ schema: StockMovementsQuery }) query: StockMovementsQuery): Promise<StockMovementsAnswer> {
    return this.listMovements.run(variantId, query);
  }
}
