import * as z from 'zod';

const Queue = z.enum(['database', 'marketplace', 'payments', 'mail']);

/** GET /api/stuck-work: what gave up and waits for a person. */
export const StuckWorkAnswer = z
  .object({
    jobs: z.array(
      z.object({
        id: z.string(),
        queue: Queue,
        handler: z.string(),
        eventName: z.string(),
        payload: z.unknown(),
        attempts: z.int(),
        failure: z.string(),
        failedAt: z.iso.datetime(),
      }),
    ),
    eventsWaiting: z.int(),
    oldestWaitingSeconds: z.int(),
  })
  .meta({ id: 'StuckWork' });
export type StuckWorkAnswer = z.infer<typeof StuckWorkAnswer>;

/** POST /api/stuck-work/retry */
export const RetryStuckJob = z.object({ queue: Queue, jobId: z.string().min(1) }).meta({ id: 'RetryStuckJob' });
export type RetryStuckJob = z.infer<typeof RetryStuckJob>;
