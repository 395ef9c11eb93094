import * as z from 'zod';

const Amount = z.int().nonnegative().nullable();
const Place = { versionId: z.uuid(), variantId: z.uuid(), fromMilli: z.int().min(0).max(10_000_000) };

/** GET /api/markets/:market/draft-clashes?at=…: prices of the open drafts that would write over what went live since they began, or goes live before that time. */
export const PriceClashes = z
  .object({
    currency: z.string(),
    /** Of all; `items` are the first 1,000. */
    count: z.int(),
    items: z.array(
      z.object({
        ...Place,
        bookName: z.string(),
        sku: z.string(),
        title: z.string(),
        begunMinor: Amount,
        theirsMinor: Amount,
        mineMinor: Amount,
        /** The version that changed it, where one says so. */
        by: z.object({ number: z.int(), name: z.string(), at: z.iso.datetime(), isScheduled: z.boolean() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'PriceClashes' });
export type PriceClashes = z.infer<typeof PriceClashes>;

/** POST /api/markets/:market/draft-clashes/settle. `theirsMinor` is what the person saw: another price since is a clash again. */
export const SettleClashesRequest = z
  .object({ choices: z.array(z.object({ ...Place, keep: z.enum(['mine', 'theirs']), theirsMinor: Amount })).min(1).max(10_000) })
  .meta({ id: 'SettleClashesRequest' });
export type SettleClashesRequest = z.infer<typeof SettleClashesRequest>;

export const ClashesSettled = z.object({ settled: z.int(), drafts: z.array(z.object({ versionId: z.uuid(), revision: z.int() })) }).meta({ id: 'ClashesSettled' });
export type ClashesSettled = z.infer<typeof ClashesSettled>;
