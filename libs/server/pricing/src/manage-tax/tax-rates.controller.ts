import { Body, Controller, Get, HttpCode, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CreatedTaxRate, CreateTaxRateRequest, TaxRateList, TaxRateListQuery, TaxTrialAnswer, TaxTrialRequest } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { AddTaxRateUseCase, type TaxRateRefusal } from './add-tax-rate.use-case';
import { TaxRatesQuery, type TaxTrialRefusal } from './tax-rates.query';

const createStatuses = { rate_in_the_past: 422, later_rate_exists: 409 } satisfies Record<TaxRateRefusal['kind'], number>;
const trialStatuses = { no_tax_rate: 422 } satisfies Record<TaxTrialRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('tax-rates')
export class TaxRatesController {
  constructor(
    private readonly rates: TaxRatesQuery,
    private readonly addRate: AddTaxRateUseCase,
  ) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: TaxRateList })
  @SerializeOptions({ schema: TaxRateList })
  list(@Query({ schema: TaxRateListQuery }) query: TaxRateListQuery): Promise<TaxRateList> {
    return this.rates.list(query, new Date());
  }

  @Post()
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 201, standardSchema: CreatedTaxRate })
  @SerializeOptions({ schema: CreatedTaxRate })
  async create(@CurrentActor() actor: StaffActor, @Body({ schema: CreateTaxRateRequest }) body: CreateTaxRateRequest): Promise<CreatedTaxRate> {
    return valueOf(await this.addRate.run(actor, { request: body, now: new Date() }), createStatuses);
  }

  @Post('try')
  @Staff()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TaxTrialAnswer })
  @SerializeOptions({ schema: TaxTrialAnswer })
  async try(@Body({ schema: TaxTrialRequest }) body: TaxTrialRequest): Promise<TaxTrialAnswer> {
    return valueOf(await this.rates.try(body, new Date()), trialStatuses);
  }
}
