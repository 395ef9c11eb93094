import { Module } from '@nestjs/common';
import { TakeImportedPricesHandler } from './handlers/take-imported-prices.handler';
import { PricingModule } from './pricing.module';

@Module({ imports: [PricingModule], providers: [TakeImportedPricesHandler] })
export class PricingJobsModule {}
