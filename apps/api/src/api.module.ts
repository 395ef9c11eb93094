import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard, type Config, PlatformModule } from '@oneshelf/platform';
import { CatalogHttpModule } from '@oneshelf/server-catalog';
import { CustomersHttpModule } from '@oneshelf/server-customers';
import { FulfilmentHttpModule } from '@oneshelf/server-fulfilment';
import { IdentityHttpModule, IdentityModule } from '@oneshelf/server-identity';
import { InsightsHttpModule } from '@oneshelf/server-insights';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { MarketplaceHttpModule } from '@oneshelf/server-marketplace';
import { MessagesHttpModule } from '@oneshelf/server-messages';
import { OrdersHttpModule } from '@oneshelf/server-orders';
import { OrganisationHttpModule } from '@oneshelf/server-organisation';
import { PaymentsHttpModule } from '@oneshelf/server-payments';
import { PosSyncHttpModule } from '@oneshelf/server-pos-sync';
import { PricingHttpModule } from '@oneshelf/server-pricing';
import { PurchasingHttpModule } from '@oneshelf/server-purchasing';
import { ReturnsHttpModule } from '@oneshelf/server-returns';
import { AuditController } from './audit.controller';
import { HealthController } from './health.controller';
import { StuckWorkController } from './stuck-work.controller';

/** Composition only: every module's HTTP side, and the guard that asks each route for its rule. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forProcess('api', config),
        IdentityModule,
        CatalogHttpModule,
        CustomersHttpModule,
        FulfilmentHttpModule,
        IdentityHttpModule,
        InsightsHttpModule,
        InventoryHttpModule,
        MarketplaceHttpModule,
        MessagesHttpModule,
        OrdersHttpModule,
        OrganisationHttpModule,
        PaymentsHttpModule,
        PosSyncHttpModule,
        PricingHttpModule,
        PurchasingHttpModule,
        ReturnsHttpModule,
      ],
      controllers: [AuditController, HealthController, StuckWorkController],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
