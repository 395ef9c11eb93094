import { Module } from '@nestjs/common';
import { PriceParityController } from './check-parity/price-parity.controller';
import { DayReportController } from './day-report/day-report.controller';
import { InsightsModule } from './insights.module';
import { QuoteDifferencesController } from './replay-quotes/quote-differences.controller';
import { ResolveQuoteDifferenceUseCase } from './replay-quotes/resolve-quote-difference.use-case';
import { TodayController } from './today/today.controller';

@Module({ imports: [InsightsModule], controllers: [DayReportController, PriceParityController, QuoteDifferencesController, TodayController], providers: [ResolveQuoteDifferenceUseCase] })
export class InsightsHttpModule {}
