import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from '@oneshelf/platform';
import { CatalogJobsModule } from '@oneshelf/server-catalog';
import { FulfilmentJobsModule } from '@oneshelf/server-fulfilment';
import { InsightsModule } from '@oneshelf/server-insights';
import { InventoryJobsModule } from '@oneshelf/server-inventory';
import { MarketplaceJobsModule, MarketplaceModule } from '@oneshelf/server-marketplace';
import { MessagesJobsModule } from '@oneshelf/server-messages';
import { OrdersJobsModule } from '@oneshelf/server-orders';
import { PaymentsJobsModule } from '@oneshelf/server-payments';
import { PricingJobsModule, PricingModule } from '@oneshelf/server-pricing';
import { ReturnsJobsModule } from '@oneshelf/server-returns';
import { Schedules } from './schedules';

/** Composition only: every module's jobs side. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forProcess('worker', config),
        CatalogJobsModule,
        FulfilmentJobsModule,
        InsightsModule,
        InventoryJobsModule,
        MarketplaceJobsModule,
        MarketplaceModule,
        MessagesJobsModule,
        OrdersJobsModule,
        PaymentsJobsModule,
        PricingJobsModule,
        PricingModule,
        ReturnsJobsModule,
      ],
      providers: [Schedules],
    };
  }
}
