import { Inject, Injectable } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config';
import { LOGGER } from '../observability/logger';
import { HandlerRegistry } from './handler-registry';
import { queueConnection, QUEUES } from './queue-connection';
import type { JobData } from './queues';
import { RunHandler } from './run-handler';

const CONCURRENCY = 8;
/** A job of a worker that died is somebody else's after 10 s at the latest: looked for each 5 s, its lock renewed each 5 s. */
const LOCK_MS = 10_000;
const LOOK_FOR_STALLED_MS = 5000;
/** A job is not to blame for the death of its worker; one that kills its worker every time ends on Stuck work. */
const DEATHS_OF_WORKERS = 10;

/** BullMQ workers of this process, one per queue. */
@Injectable()
export class Workers {
  private readonly workers: Worker<JobData>[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly registry: HandlerRegistry,
    private readonly runHandler: RunHandler,
  ) {}

  async start(): Promise<void> {
    const handlers = this.registry.all();
    for (const name of QUEUES) {
      const worker = new Worker<JobData>(
        name,
        async (job) => {
          const handler = handlers.get(job.name);
          if (!handler) throw new Error(`No handler is called ${job.name}. It was renamed or removed; retry after a release that has it.`);
          await this.runHandler.run(handler, job.data);
        },
        { ...queueConnection(this.config), concurrency: CONCURRENCY, lockDuration: LOCK_MS, stalledInterval: LOOK_FOR_STALLED_MS, maxStalledCount: DEATHS_OF_WORKERS },
      );
      worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'queue connection trouble; BullMQ reconnects'));
      this.workers.push(worker);
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
