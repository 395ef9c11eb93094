import 'reflect-metadata';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, PlatformModule } from '@oneshelf/platform';
import type { Lab } from './lab';
import type { BenchContext } from './run-bench';

/** The product's own modules on the lab's database, in this process and without HTTP. */
export async function productOf(context: BenchContext, { lab, imports, poolSize }: { lab: Lab; imports: (Type | DynamicModule)[]; poolSize: number }): Promise<INestApplicationContext> {
  const config = loadConfig({ DATABASE_URL: lab.url, LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: String(poolSize) });
  class BenchModule {}
  const app = await NestFactory.createApplicationContext({ module: BenchModule, imports: [PlatformModule.forProcess('bench', config), ...imports] }, { logger: false });
  context.later(() => app.close());
  return app;
}
