import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard, type Config, PlatformModule } from '@oneshelf/platform';
import { IdentityHttpModule, IdentityModule } from '@oneshelf/server-identity';
import { OrganisationHttpModule } from '@oneshelf/server-organisation';
import { AuditController } from './audit.controller';
import { HealthController } from './health.controller';
import { StuckWorkController } from './stuck-work.controller';

/** Composition only: every module's HTTP side, and the guard that asks each route for its rule. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forProcess('api', config), IdentityModule, IdentityHttpModule, OrganisationHttpModule],
      controllers: [AuditController, HealthController, StuckWorkController],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
