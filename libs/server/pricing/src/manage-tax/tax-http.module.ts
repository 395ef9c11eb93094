import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PricingModule } from '../pricing.module';
import { AddTaxRateUseCase } from './add-tax-rate.use-case';
import { TaxRatesController } from './tax-rates.controller';
import { TaxRatesQuery } from './tax-rates.query';

@Module({ imports: [OrganisationModule, PricingModule], controllers: [TaxRatesController], providers: [TaxRatesQuery, AddTaxRateUseCase] })
export class TaxHttpModule {}
