import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Database, DATABASE } from '../db/database';
import { type JobData, Queues } from './queues';
import { type QueueName, QUEUES } from './queue-connection';

export interface StuckJob {
  id: string;
  queue: QueueName;
  handler: string;
  eventName: string;
  payload: unknown;
  attempts: number;
  failure: string;
  failedAt: string;
}

const LIMIT = 200;

/** Work that gave up: seen on the page Stuck work, tried again by a person. */
@Injectable()
export class StuckWork {
  constructor(
    private readonly queues: Queues,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async list(): Promise<{ jobs: StuckJob[]; eventsWaiting: number; oldestWaitingSeconds: number }> {
    const failed = await Promise.all(QUEUES.map(async (name) => (await this.queues.get(name).getFailed(0, LIMIT - 1)).map((job) => ({ name, job }))));
    const { rows } = await sql<{ waiting: number; oldest: number }>`
      SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::int AS oldest FROM outbox_event WHERE relayed_at IS NULL`.execute(this.database);
    return {
      jobs: failed.flat().map(({ name, job }) => ({
        id: job.id ?? '',
        queue: name,
        handler: job.name,
        eventName: (job.data as JobData).eventName,
        payload: (job.data as JobData).payload,
        attempts: job.attemptsMade,
        failure: job.failedReason,
        failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
      })),
      eventsWaiting: rows[0]?.waiting ?? 0,
      oldestWaitingSeconds: rows[0]?.oldest ?? 0,
    };
  }

  /** Puts a failed job back into its queue. False when it is gone or no longer failed. */
  async retry(queue: QueueName, jobId: string): Promise<boolean> {
    const job = await this.queues.get(queue).getJob(jobId);
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  }
}
