import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config';
import { type Database, DATABASE } from '../db/database';
import { HandlerRegistry, type RegisteredHandler } from '../jobs/handler-registry';
import { JOB_OPTIONS, type JobData, Queues } from '../jobs/queues';
import { LOGGER } from '../observability/logger';
import { outboxWaiting } from '../observability/metrics';
import { OUTBOX_CHANNEL } from './wake-relay';

const BATCH = 200;
const POLL_MS = 1000;

interface WaitingEvent {
  id: string;
  name: string;
  payload: unknown;
  trace_id: string;
  occurred_at: Date;
}

/** Hands events from the outbox to the queues: woken by NOTIFY, else each second. Any number of relays may run. */
@Injectable()
export class Relay {
  private listener: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private byEvent = new Map<string, RegisteredHandler[]>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly queues: Queues,
    private readonly registry: HandlerRegistry,
  ) {}

  async start(): Promise<void> {
    for (const handler of this.registry.all().values()) {
      const name = handler.options.event.name;
      this.byEvent.set(name, [...(this.byEvent.get(name) ?? []), handler]);
    }
    this.timer = setInterval(() => this.wake(), POLL_MS);
    await this.listen();
    this.wake();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.listener?.end().catch(() => undefined);
    await this.running;
  }

  /** Relays until nothing waits. For tests: no timer, no listener needed. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const relayed = await this.relayBatch();
      total += relayed;
      if (relayed < BATCH) return total;
    }
  }

  private async listen(): Promise<void> {
    const listener = new pg.Client({ connectionString: this.config.DATABASE_URL, application_name: 'oneshelf-relay' });
    listener.on('notification', () => this.wake());
    // Without the listener the poll still relays; it is opened again with the next tick that finds it gone.
    listener.on('error', () => { this.listener = null; });
    listener.on('end', () => { this.listener = null; });
    try {
      await listener.connect();
      await listener.query(`LISTEN ${OUTBOX_CHANNEL}`);
      this.listener = listener;
    } catch (error) {
      this.logger.warn({ err: error }, 'relay cannot listen; polling each second');
    }
  }

  private wake(): void {
    if (!this.timer) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.work().finally(() => {
      this.running = null;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async work(): Promise<void> {
    try {
      if (!this.listener) await this.listen();
      await this.drain();
      outboxWaiting.set(0);
    } catch (error) {
      this.logger.error({ err: error }, 'relay could not hand events on; it tries again in a second');
    }
  }

  /** The rows stay locked until the queue has the jobs; a crash in between repeats them under the same job ids. */
  private relayBatch(): Promise<number> {
    return this.database.transaction().execute(async (tx) => {
      const { rows } = await sql<WaitingEvent>`
        SELECT id, name, payload, trace_id, occurred_at FROM outbox_event
        WHERE relayed_at IS NULL ORDER BY occurred_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`.execute(tx);
      if (rows.length === 0) return 0;
      await this.addJobs(rows);
      await sql`UPDATE outbox_event SET relayed_at = now() WHERE id = ANY(${rows.map((row) => row.id)}::uuid[])`.execute(tx);
      return rows.length;
    });
  }

  private async addJobs(events: WaitingEvent[]): Promise<void> {
    const jobs = new Map<RegisteredHandler['options']['queue'], { name: string; data: JobData; opts: object }[]>();
    for (const event of events) {
      for (const { options } of this.byEvent.get(event.name) ?? []) {
        const data = { eventId: event.id, eventName: event.name, traceId: event.trace_id, occurredAt: event.occurred_at.toISOString(), payload: event.payload };
        const job = { name: options.id, data, opts: { ...JOB_OPTIONS, attempts: options.attempts ?? JOB_OPTIONS.attempts, jobId: `${event.id}_${options.id}` } };
        jobs.set(options.queue, [...(jobs.get(options.queue) ?? []), job]);
      }
    }
    await Promise.all([...jobs].map(([queue, list]) => this.queues.get(queue).addBulk(list)));
  }
}
