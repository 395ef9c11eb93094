import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Queue } from 'bullmq';
import { CONFIG, type Config } from '../config/config';
import { queueConnection, type QueueName, QUEUES } from './queue-connection';

export interface JobData {
  eventId: string;
  eventName: string;
  traceId: string;
  occurredAt: string;
  payload: unknown;
}

/** Tries over about four minutes; after that the job stays on the page Stuck work until a person retries it. */
export const JOB_OPTIONS = { attempts: 10, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: { count: 500 }, removeOnFail: false } as const;

@Injectable()
export class Queues implements OnModuleDestroy {
  private readonly queues = new Map<QueueName, Queue<JobData>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get(name: QueueName): Queue<JobData> {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new Queue<JobData>(name, queueConnection(this.config));
    queue.on('error', () => undefined); // the next call reports it; a lost connection must not end the process
    this.queues.set(name, queue);
    // BullMQ remembers a first connection that failed for as long as the queue lives: then the next call makes another.
    queue.waitUntilReady().catch(() => {
      if (this.queues.get(name) === queue) this.queues.delete(name);
      return queue.close().catch(() => undefined);
    });
    return queue;
  }

  all(): Queue<JobData>[] {
    return QUEUES.map((name) => this.get(name));
  }

  async onModuleDestroy() {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}
