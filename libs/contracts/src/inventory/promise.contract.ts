import * as z from 'zod';

const milli = z.int();
const day = z.iso.date();

/** What may be sold of a product before it is there. */
export const StockPolicyView = z
  .object({
    /** Whose policy; null: of all channels that have none of their own. */
    channelCode: z.string().nullable(),
    kind: z.enum(['stop', 'backorder', 'preorder']),
    /** Most units promised at once; null: no limit. */
    limitMilli: milli.nullable(),
    /** Of them: promised and not there yet. */
    promisedMilli: milli,
    availableOn: day.nullable(),
  })
  .meta({ id: 'StockPolicy' });
export type StockPolicyView = z.infer<typeof StockPolicyView>;

const PromiseFacts = z.object({
  id: z.uuid(), orderId: z.uuid(), variantId: z.uuid(), channelCode: z.string(), kind: z.enum(['backorder', 'preorder']), quantityMilli: milli,
  /** What the shopper was told last; null: no day. */
  expectedOn: day.nullable(),
  /** Its day is over and it is not there. */
  isLate: z.boolean(),
  promisedAt: z.iso.datetime(),
});

/** GET /api/stock/:variantId/promises */
export const StockPromisesAnswer = z
  .object({
    policies: z.array(StockPolicyView),
    /** Goods on their way, the earliest first. */
    expected: z.array(z.object({ locationId: z.uuid(), expectedOn: day, quantityMilli: milli, sourceKind: z.string(), sourceId: z.uuid() })),
    /** In the order in which they were made, which is the order in which they are kept. At most 500. */
    promises: z.array(PromiseFacts),
    /** What may still be promised by day: today, and each day on which goods come. */
    promisable: z.array(z.object({ on: day, quantityMilli: milli })),
  })
  .meta({ id: 'StockPromises' });
export type StockPromisesAnswer = z.infer<typeof StockPromisesAnswer>;

/** PUT /api/stock/:variantId/policy. Refusals: unknown_variant 404, unknown_channel 404. */
export const SetStockPolicyRequest = z
  .strictObject({ channelCode: z.string().max(40).nullable(), kind: z.enum(['stop', 'backorder', 'preorder']), limitMilli: milli.nonnegative().max(1_000_000_000).nullable(), availableOn: day.nullable() })
  .meta({ id: 'SetStockPolicyRequest' });
export type SetStockPolicyRequest = z.infer<typeof SetStockPolicyRequest>;

/** GET /api/promises: late ones first, then by day; those without a day last. */
export const PromiseListQuery = z.object({ only: z.enum(['all', 'late']).default('all'), cursor: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type PromiseListQuery = z.infer<typeof PromiseListQuery>;

export const PromiseListAnswer = z
  .object({ items: z.array(PromiseFacts.extend({ sku: z.string(), title: z.string(), variantTitle: z.string() })), lateCount: z.int(), nextCursor: z.string().nullable() })
  .meta({ id: 'PromiseList' });
export type PromiseListAnswer = z.infer<typeof PromiseListAnswer>;

/** GET /api/promises/policies: by product; `stop` of a channel is listed too, where it differs from what counts for all. */
/** By SKU; `limit` products, each with all that is said of it. */
export const StockPolicyListQuery = z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type StockPolicyListQuery = z.infer<typeof StockPolicyListQuery>;

export const StockPolicyListAnswer = z
  .object({ items: z.array(StockPolicyView.extend({ variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string() })), nextCursor: z.string().nullable() })
  .meta({ id: 'StockPolicyList' });
export type StockPolicyListAnswer = z.infer<typeof StockPolicyListAnswer>;
