import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { FulfilmentModule } from '@oneshelf/server-fulfilment';
import { InventoryModule } from '@oneshelf/server-inventory';
import { StockWorkModule } from '@oneshelf/server-inventory/work';
import { MarketplaceModule } from '@oneshelf/server-marketplace';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { PosSyncReportsModule } from '@oneshelf/server-pos-sync';
import { PricingModule } from '@oneshelf/server-pricing';
import { DriftsQuery } from './check-parity/drifts.query';
import { MarketplaceDriftQuery } from './check-parity/marketplace-drift.query';
import { ParitySheetQuery } from './check-parity/parity-sheet.query';
import { ReceiptDriftQuery } from './check-parity/receipt-drift.query';
import { TillDriftQuery } from './check-parity/till-drift.query';
import { DayReportReader } from './day-report/day-report.query';
import { IsvQuery } from './measure-isv/isv.query';
import { PoolStockQuery } from './measure-isv/pool-stock.query';
import { CancelRates } from './observe-isv/cancel-rates.query';
import { ExplainVariantQuery } from './observe-isv/explain-variant.query';
import { IsvAlarmRuleRepository } from './observe-isv/isv-alarm-rule.repository';
import { IsvCourseQuery } from './observe-isv/isv-course.query';
import { ObserveIsvQuery } from './observe-isv/observe-isv.query';
import { QuoteDifferenceRepository } from './replay-quotes/quote-difference.repository';
import { ReplayDraftUseCase } from './replay-draft/replay-draft.use-case';
import { ReplayNightUseCase } from './replay-quotes/replay-night.use-case';
import { ReplayQuotesUseCase } from './replay-quotes/replay-quotes.use-case';
import { IsvSampleRepository } from './sample-isv/isv-sample.repository';
import { PoolReader } from './sample-isv/pool-reader.query';
import { SampleIsvUseCase } from './sample-isv/sample-isv.use-case';
import { ChannelConcerns } from './today/channel-concerns.query';
import { LateConcerns } from './today/late-concerns.query';
import { MoneyConcerns } from './today/money-concerns.query';
import { OutsideConcerns } from './today/outside-concerns.query';
import { PriceConcerns } from './today/price-concerns.query';
import { PriceDriftConcern } from './today/price-drift-concern.query';
import { StockConcerns } from './today/stock-concerns.query';
import { StockWorkConcerns } from './today/stock-work-concerns.query';
import { TillConcerns } from './today/till-concerns.query';
import { TodayQuery } from './today/today.query';

const OBSERVATORY = [ObserveIsvQuery, ExplainVariantQuery, CancelRates, IsvAlarmRuleRepository, IsvCourseQuery];

@Module({
  imports: [CatalogModule, FulfilmentModule, InventoryModule, MarketplaceModule, OrdersModule, OrganisationModule, PaymentsModule, PosSyncReportsModule, PricingModule, StockWorkModule],
  providers: [IsvQuery, DayReportReader, TillConcerns, OutsideConcerns, PriceConcerns, MoneyConcerns, TodayQuery, ReplayQuotesUseCase, ReplayNightUseCase, QuoteDifferenceRepository, TillDriftQuery, MarketplaceDriftQuery, ReceiptDriftQuery, DriftsQuery, ParitySheetQuery, ReplayDraftUseCase, PriceDriftConcern, StockConcerns, StockWorkConcerns, PoolStockQuery, PoolReader, SampleIsvUseCase, IsvSampleRepository, ChannelConcerns, LateConcerns, ...OBSERVATORY],
  exports: [ParitySheetQuery, DayReportReader, IsvQuery, TodayQuery, ReplayQuotesUseCase, ReplayNightUseCase, ReplayDraftUseCase, SampleIsvUseCase, ...OBSERVATORY],
})
export class InsightsModule {}
