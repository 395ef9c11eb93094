import * as z from 'zod';

/**
 * POST /api/pos/heartbeat, every 30 to 60 seconds, on a shift's start and when a right runs low. The answer is the whole
 * truth about what this register may sell while it is cut off. A till keeps of each variant the answer with the highest
 * epoch and no other; it reckons server time as `serverTime` plus what its monotonic clock counted since it asked.
 */
export const TillHeartbeat = z
  .object({
    /** Of each variant that it holds rights for: the epoch that it knows, and all that it ever sold on its right, sent or not. */
    rights: z.array(z.object({ variantId: z.uuid(), epoch: z.int().nonnegative(), usedMilli: z.int().nonnegative() })).max(1000),
    /** It gives its rights back (end of a shift, sign-out); it must have stopped selling on them before it asks. */
    isClosing: z.boolean(),
  })
  .meta({ id: 'TillHeartbeat' });
export type TillHeartbeat = z.infer<typeof TillHeartbeat>;

export const TillHeartbeatAnswer = z
  .object({
    serverTime: z.iso.datetime(),
    /** It may complete a line while used + line ≤ ceiling and its server time is before `expiresAt`. */
    rights: z.array(z.object({ variantId: z.uuid(), epoch: z.int(), ceilingMilli: z.int().nonnegative(), expiresAt: z.iso.datetime() })),
  })
  .meta({ id: 'TillHeartbeatAnswer' });
export type TillHeartbeatAnswer = z.infer<typeof TillHeartbeatAnswer>;
