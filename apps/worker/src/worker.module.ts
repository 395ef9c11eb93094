import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from '@oneshelf/platform';
import { Schedules } from './schedules';

/** Composition only: every module's jobs side. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forProcess('worker', config)], providers: [Schedules] };
  }
}
