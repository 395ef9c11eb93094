import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrdersModule } from '@oneshelf/server-orders';
import { PricingModule } from '@oneshelf/server-pricing';
import { DayReportController } from './day-report/day-report.controller';
import { InsightsModule } from './insights.module';
import { DraftReplayRepository } from './replay-draft/draft-replay.repository';
import { DraftReplaysController } from './replay-draft/draft-replays.controller';
import { DraftReplays } from './replay-draft/draft-replays.use-case';
import { PriceOutcomeQuery } from './replay-draft/price-outcome.query';
import { QuoteDifferencesController } from './replay-quotes/quote-differences.controller';
import { ResolveQuoteDifferenceUseCase } from './replay-quotes/resolve-quote-difference.use-case';
import { TodayController } from './today/today.controller';

@Module({ imports: [CatalogModule, InsightsModule, OrdersModule, PricingModule], controllers: [DayReportController, DraftReplaysController, QuoteDifferencesController, TodayController], providers: [DraftReplayRepository, DraftReplays, PriceOutcomeQuery, ResolveQuoteDifferenceUseCase] })
export class InsightsHttpModule {}
