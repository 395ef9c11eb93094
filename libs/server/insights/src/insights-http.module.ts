import { Module } from '@nestjs/common';
import { PriceParityController } from './check-parity/price-parity.controller';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PricingModule } from '@oneshelf/server-pricing';
import { DayReportController } from './day-report/day-report.controller';
import { InsightsModule } from './insights.module';
import { IsvController } from './observe-isv/isv.controller';
import { SetIsvAlarmRuleUseCase } from './observe-isv/set-isv-alarm-rule.use-case';
import { FindPromotionClashesQuery } from './promotion-desk/find-promotion-clashes.query';
import { MeasureLanesQuery } from './promotion-desk/measure-lanes.query';
import { MeasurePromotionQuery } from './promotion-desk/measure-promotion.query';
import { PromotionDeskController } from './promotion-desk/promotion-desk.controller';
import { SimulateBasketQuery } from './promotion-desk/simulate-basket.query';
import { SimulationBasketQuery } from './promotion-desk/simulation-basket.query';
import { DraftReplayRepository } from './replay-draft/draft-replay.repository';
import { DraftReplaysController } from './replay-draft/draft-replays.controller';
import { DraftReplays } from './replay-draft/draft-replays.use-case';
import { PriceOutcomeQuery } from './replay-draft/price-outcome.query';
import { QuoteDifferencesController } from './replay-quotes/quote-differences.controller';
import { ResolveQuoteDifferenceUseCase } from './replay-quotes/resolve-quote-difference.use-case';
import { TodayController } from './today/today.controller';

@Module({
  imports: [InsightsModule, CatalogModule, OrdersModule, OrganisationModule, PricingModule],
  controllers: [DayReportController, IsvController, DraftReplaysController, PriceParityController, PromotionDeskController, QuoteDifferencesController, TodayController],
  providers: [SetIsvAlarmRuleUseCase, DraftReplayRepository, DraftReplays, PriceOutcomeQuery, ResolveQuoteDifferenceUseCase, MeasureLanesQuery, MeasurePromotionQuery, FindPromotionClashesQuery, SimulateBasketQuery, SimulationBasketQuery],
})
export class InsightsHttpModule {}
