import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CancelledOrdersAnswer, CancelledOrdersQuery, IsvObservatory, IsvQuery, IsvVariant, IsvVariantQuery, MeasureIsvAnswer, SetIsvAlarmRule } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { SampleIsvUseCase } from '../sample-isv/sample-isv.use-case';
import { CancelRates } from './cancel-rates.query';
import { ExplainVariantQuery } from './explain-variant.query';
import { ObserveIsvQuery } from './observe-isv.query';
import { type SetIsvAlarmRuleRefusal, SetIsvAlarmRuleUseCase } from './set-isv-alarm-rule.use-case';

const STATUSES = { changed_meanwhile: 409 } satisfies Record<SetIsvAlarmRuleRefusal['kind'], number>;

@ApiTags('reports')
@Controller('isv')
export class IsvController {
  constructor(
    private readonly observe: ObserveIsvQuery,
    private readonly explain: ExplainVariantQuery,
    private readonly cancels: CancelRates,
    private readonly sample: SampleIsvUseCase,
    private readonly setRule: SetIsvAlarmRuleUseCase,
  ) {}

  /** Whether every channel shows what is there. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: IsvObservatory })
  @SerializeOptions({ schema: IsvObservatory })
  read(@CurrentActor() actor: StaffActor, @Query({ schema: IsvQuery }) query: IsvQuery): Promise<IsvObservatory> {
    return this.observe.run(actor, query, new Date());
  }

  /** One product, number by number. */
  @Get('variants/:variantId')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: IsvVariant })
  @SerializeOptions({ schema: IsvVariant })
  async variant(@Param('variantId', { schema: z.uuid() }) variantId: string, @Query({ schema: IsvVariantQuery }) { channel }: IsvVariantQuery): Promise<IsvVariant> {
    const found = await this.explain.run(variantId, channel, new Date());
    if (!found) throw new Problem(404, 'not_found', 'There is no such product.');
    return found;
  }

  /** The orders behind the rate of cancels. */
  @Get('cancels')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: CancelledOrdersAnswer })
  @SerializeOptions({ schema: CancelledOrdersAnswer })
  cancelled(@Query({ schema: CancelledOrdersQuery }) { channel }: CancelledOrdersQuery): Promise<CancelledOrdersAnswer> {
    return this.cancels.orders(new Date(), channel);
  }

  /** Measures now, not at the next quarter of an hour. */
  @Post('measure')
  @Staff('operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: MeasureIsvAnswer })
  @SerializeOptions({ schema: MeasureIsvAnswer })
  async measure(): Promise<MeasureIsvAnswer> {
    const at = new Date();
    const { kept } = await this.sample.run(at);
    return { at: at.toISOString(), differing: kept };
  }

  @Put('alarm-rule')
  @Staff('operations')
  @HttpCode(204)
  async alarmRule(@CurrentActor() actor: StaffActor, @Body({ schema: SetIsvAlarmRule }) body: SetIsvAlarmRule): Promise<void> {
    valueOf(await this.setRule.run(actor, body), STATUSES);
  }
}
