import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ExpiredLotsMoved, LotListAnswer, LotListQuery, LotRules, LotTrace } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { type LotRuleRefusal, LotRulesUseCase } from './lot-rules.use-case';
import { LotsQuery } from './lots.query';
import { MoveExpiredLotsUseCase } from './move-expired-lots.use-case';
import { TraceCsv } from './trace-csv';

const RULES = { unknown_channel: 404 } satisfies Record<LotRuleRefusal['kind'], number>;
const missing = () => new Problem(404, 'unknown_lot', 'There is no lot with this id.');

@ApiTags('stock')
@Controller('stock/lots')
@Staff()
export class LotsController {
  constructor(
    private readonly lots: LotsQuery,
    private readonly rules: LotRulesUseCase,
    private readonly expired: MoveExpiredLotsUseCase,
    private readonly csv: TraceCsv,
  ) {}

  /** Lots that lie somewhere, first expired first. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: LotListAnswer })
  @SerializeOptions({ schema: LotListAnswer })
  list(@Query({ schema: LotListQuery }) query: LotListQuery): Promise<LotListAnswer> {
    return this.lots.list(query, new Date());
  }

  @Get('rules')
  @ApiResponse({ status: 200, standardSchema: LotRules })
  @SerializeOptions({ schema: LotRules })
  readRules(): Promise<LotRules> {
    return this.rules.read();
  }

  @Put('rules')
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: LotRules })
  @SerializeOptions({ schema: LotRules })
  async writeRules(@CurrentActor() actor: StaffActor, @Body({ schema: LotRules }) rules: LotRules): Promise<LotRules> {
    return valueOf(await this.rules.write(actor, rules), RULES);
  }

  /** What the worker does each few minutes, now. */
  @Post('move-expired')
  @HttpCode(200)
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: ExpiredLotsMoved })
  @SerializeOptions({ schema: ExpiredLotsMoved })
  moveExpired(@CurrentActor() actor: StaffActor): Promise<ExpiredLotsMoved> {
    return this.expired.run(actor, new Date());
  }

  /** Where a lot is and where it went: for a recall. */
  @Get(':lotId')
  @ApiResponse({ status: 200, standardSchema: LotTrace })
  @SerializeOptions({ schema: LotTrace })
  async trace(@Param('lotId', ParseUUIDPipe) lotId: string): Promise<LotTrace> {
    const found = await this.lots.trace(lotId, new Date());
    if (!found) throw missing();
    return found;
  }

  @Get(':lotId/trace.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  async traceCsv(@Param('lotId', ParseUUIDPipe) lotId: string): Promise<string> {
    const text = await this.csv.of(lotId);
    if (text === null) throw missing();
    return text;
  }
}
