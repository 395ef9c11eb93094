import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type pg from 'pg';
import { AuditQuery } from './audit/audit.query';
import { CONFIG, type Config } from './config/config';
import { createDatabase, createPool, DATABASE, POOL } from './db/database';
import { Commands } from './db/idempotency';
import { PrismaReads } from './db/prisma-reads';
import { Transactions } from './db/transactions';
import { HandlerRegistry } from './jobs/handler-registry';
import { Queues } from './jobs/queues';
import { RunHandler } from './jobs/run-handler';
import { StuckWork } from './jobs/stuck-work';
import { Workers } from './jobs/workers';
import { createLogger, LOGGER } from './observability/logger';
import { Relay } from './outbox/relay';

/** Closes the pool last, when every module has let go of its connections. */
class PoolCloser implements OnApplicationShutdown {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async onApplicationShutdown() {
    await this.pool.end();
  }
}

/** The house's engines, once per process. */
@Global()
@Module({})
export class PlatformModule {
  static forProcess(name: string, config: Config): DynamicModule {
    const shared = [CONFIG, LOGGER, POOL, DATABASE, Transactions, Commands, PrismaReads, Queues, HandlerRegistry, RunHandler, Workers, Relay, StuckWork, AuditQuery];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useFactory: () => createLogger(name, config.LOG_LEVEL) },
        { provide: POOL, useFactory: () => createPool({ connectionString: config.DATABASE_URL, size: config.DATABASE_POOL_SIZE, applicationName: `oneshelf-${name}` }) },
        { provide: DATABASE, useFactory: (pool: pg.Pool) => createDatabase(pool, { prepared: config.DATABASE_PREPARED === 'true' }), inject: [POOL] },
        PoolCloser,
        ...shared.filter((token) => typeof token === 'function'),
      ],
      exports: shared,
    };
  }
}
