import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Transactions } from '../db/transactions';
import { LOGGER } from '../observability/logger';
import { jobsDone } from '../observability/metrics';
import { withTrace } from '../observability/trace';
import type { EventContext, OutsideHandler, TransactionHandler } from './event-handler';
import type { RegisteredHandler } from './handler-registry';
import type { JobData } from './queues';

@Injectable()
export class RunHandler {
  constructor(
    private readonly transactions: Transactions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Runs one handler for one event: at least once by the queue, applied once by the row in handled_event. */
  async run(handler: RegisteredHandler, job: JobData): Promise<void> {
    const { id, event } = handler.options;
    await withTrace(job.traceId, async () => {
      try {
        const payload = event.schema.parse(job.payload);
        const context = { eventId: job.eventId, occurredAt: new Date(job.occurredAt) };
        if ('apply' in handler.instance) await this.applyOnce(handler.instance, { id, payload, context });
        else await (handler.instance as OutsideHandler<unknown>).perform(payload, context);
        jobsDone.inc({ handler: id, outcome: 'done' });
      } catch (error) {
        jobsDone.inc({ handler: id, outcome: 'failed' });
        this.logger.warn({ err: error, handler: id, eventId: job.eventId }, 'event handler failed');
        throw error;
      }
    });
  }

  private async applyOnce(handler: TransactionHandler<unknown>, work: { id: string; payload: unknown; context: EventContext }): Promise<void> {
    await this.transactions.write(async (tx) => {
      const first = await tx
        .insertInto('handled_event')
        .values({ handler_id: work.id, event_id: work.context.eventId })
        .onConflict((conflict) => conflict.doNothing())
        .returning('event_id')
        .executeTakeFirst();
      if (first) await handler.apply(tx, work.payload, work.context);
    });
  }
}
