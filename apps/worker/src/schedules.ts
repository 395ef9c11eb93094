import { Inject, Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { LOGGER, newTraceId, system, withTrace } from '@oneshelf/platform';
import { ReplayNightUseCase, SampleIsvUseCase } from '@oneshelf/server-insights';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { WatchStockUseCase } from '@oneshelf/server-inventory/watch';
import { KeepLedgerUseCase, MoveExpiredLotsUseCase } from '@oneshelf/server-inventory/operate';
import { SweepGrantsUseCase } from '@oneshelf/server-inventory/exposure';
import { PollAmazonOrdersUseCase, PushStockUseCase, ReadListingPricesUseCase, ReadMarketplaceStockUseCase, RefreshPaceUseCase } from '@oneshelf/server-marketplace';
import { CostStockUseCase } from '@oneshelf/server-inventory/goods';
import { FollowPromiseDaysUseCase } from '@oneshelf/server-inventory/promises';
import { SweepOrdersUseCase } from '@oneshelf/server-orders';
import { SettleStuckPaymentsUseCase } from '@oneshelf/server-payments';
import { PublishPricesUseCase } from '@oneshelf/server-pricing';
import type { Logger } from 'pino';

interface Schedule {
  name: string;
  everyMs: number;
  /** Safe to run in several workers at once: each takes its rows with SKIP LOCKED or a guarded update. */
  run: () => Promise<unknown>;
}

/** What happens by the clock. A run that takes longer than its interval is not started twice in this process. */
@Injectable()
export class Schedules {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly modules: ModuleRef,
  ) {}

  private all(): Schedule[] {
    const use = <UseCase>(type: Type<UseCase>): UseCase => this.modules.get(type, { strict: false });
    return [
      { name: 'publish due prices', everyMs: 1000, run: () => use(PublishPricesUseCase).runDue() },
      { name: 'give back units that checkouts held', everyMs: 1000, run: () => use(HoldStockUseCase).sweep() },
      { name: 'look whether levels are explained', everyMs: 10_000, run: () => use(WatchStockUseCase).run() },
      { name: 'make the months of the ledger and its checkpoints', everyMs: 60_000, run: () => use(KeepLedgerUseCase).run(new Date()) },
      { name: 'take goods off sale whose day has passed', everyMs: 300_000, run: () => use(MoveExpiredLotsUseCase).run(system('calendar'), new Date()) },
      { name: 'reckon what stock is worth where no event told of it', everyMs: 30_000, run: () => use(CostStockUseCase).sweepAll() },
      { name: 'take back units of tills that are not heard of', everyMs: 15_000, run: () => use(SweepGrantsUseCase).run(new Date()) },
      { name: 'note what counters sell', everyMs: 1_800_000, run: () => use(SweepGrantsUseCase).noteDemand() },
      { name: 'tell shoppers of deliveries that moved', everyMs: 60_000, run: () => use(FollowPromiseDaysUseCase).run() },
      { name: 'push waiting listings', everyMs: 5000, run: () => use(PushStockUseCase).sweep() },
      { name: 'settle stuck payments', everyMs: 20_000, run: () => use(SettleStuckPaymentsUseCase).run(new Date()) },
      { name: 'cancel orders that were never paid', everyMs: 30_000, run: () => use(SweepOrdersUseCase).run(new Date()) },
      { name: 'poll Amazon orders', everyMs: 180_000, run: () => use(PollAmazonOrdersUseCase).run(new Date()) },
      { name: 'read Amazon warehouse stock', everyMs: 600_000, run: () => use(ReadMarketplaceStockUseCase).run() },
      { name: 'note how fast listings sell', everyMs: 600_000, run: () => use(RefreshPaceUseCase).run() },
      { name: 'read Amazon prices', everyMs: 60_000, run: () => use(ReadListingPricesUseCase).run(new Date()) },
      { name: 'measure how far channels are from the shelf', everyMs: 900_000, run: () => use(SampleIsvUseCase).run(new Date()) },
      { name: 'price the orders of the last weeks again', everyMs: 600_000, run: () => use(ReplayNightUseCase).run(new Date()) },
    ];
  }

  start(): void {
    for (const schedule of this.all()) {
      this.timers.push(setInterval(() => this.tick(schedule), schedule.everyMs));
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  private tick(schedule: Schedule): void {
    if (this.running.has(schedule.name)) return;
    const run = withTrace(newTraceId(), schedule.run)
      .then(() => undefined, (error: unknown) => this.logger.error({ err: error, schedule: schedule.name }, 'scheduled work failed; it runs again at its next time'))
      .finally(() => this.running.delete(schedule.name));
    this.running.set(schedule.name, run);
  }
}
