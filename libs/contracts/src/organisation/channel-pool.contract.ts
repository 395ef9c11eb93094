import * as z from 'zod';
import { defineEvent } from '../events/event-type';

const poolSettings = {
  /** percent: a part · units: whole pieces · tuned: the fewest pieces with which an oversale on the way is rare enough, at least `units`. */
  bufferKind: z.enum(['percent', 'units', 'tuned']),
  /** 1000 is 10 %. */
  bufferBasisPoints: z.int().min(0).max(10_000),
  bufferUnits: z.int().min(0).max(100_000),
  /** How often an oversale may happen: 100 is 1 %. */
  targetBasisPoints: z.int().min(1).max(10_000),
  /** From our number to what shoppers there see. */
  latencySeconds: z.int().min(0).max(86_400),
  /** After it showed none, the channel opens again with at least so many. */
  reopenAtUnits: z.int().min(1).max(10_000),
  /** In the order in which they are offered; what is withheld lies at the last. */
  feeds: z
    .array(z.object({ locationId: z.uuid(), shareBasisPoints: z.int().min(0).max(10_000) }))
    .max(2000)
    .refine((feeds) => new Set(feeds.map((feed) => feed.locationId)).size === feeds.length, 'A location feeds a channel once.'),
};

/** GET /api/channel-pools: what each channel that sells from our shelf may see of it. Tills are not here: each sees its own store whole. */
export const ChannelPoolsAnswer = z
  .object({
    items: z.array(z.object({
      channelCode: z.string(), name: z.string(), kind: z.enum(['web', 'marketplace']), marketCode: z.string(),
      /** marketplace: a pool apart, in its own warehouses; nothing of ours feeds it. */
      fulfilledBy: z.enum(['merchant', 'marketplace']),
      ...poolSettings,
      version: z.int(),
    })),
  })
  .meta({ id: 'ChannelPools' });
export type ChannelPoolsAnswer = z.infer<typeof ChannelPoolsAnswer>;
export type ChannelPoolAnswer = ChannelPoolsAnswer['items'][number];

/**
 * PUT /api/channel-pools/:code → 200 with the new version. Refusals: unknown_channel 404, unknown_location 404, pool_apart 409
 * (a till, or a marketplace's own warehouses), pool_changed 409 (somebody saved since you read it: read it again).
 */
export const SetChannelPool = z.object({ ...poolSettings, version: z.int() }).meta({ id: 'SetChannelPool' });
export type SetChannelPool = z.infer<typeof SetChannelPool>;

export const SetChannelPoolAnswer = z.object({ channelCode: z.string(), version: z.int() }).meta({ id: 'SetChannelPoolAnswer' });
export type SetChannelPoolAnswer = z.infer<typeof SetChannelPoolAnswer>;

/** POST /api/channel-pools/:code/preview: what the channel sees now and what it would see. Changes nothing. Refusals as of the PUT. */
export const PreviewChannelPool = z
  .object({
    ...poolSettings,
    /** Absent: those that are in most danger. */
    variantIds: z.array(z.uuid()).max(50).optional(),
  })
  .meta({ id: 'PreviewChannelPool' });
export type PreviewChannelPool = z.infer<typeof PreviewChannelPool>;

const Seen = z.object({
  exposedMilli: z.int().nonnegative(),
  bufferMilli: z.int().nonnegative(),
  /** What decided: the pool, the listing's cap, or `closed`: it showed none, and there are too few to open again. */
  decidedBy: z.enum(['pool', 'cap', 'closed']),
});

export const ChannelPoolPreview = z
  .object({
    items: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), freeMilli: z.int().nonnegative(), before: Seen, after: Seen })),
    /** Of all listings of a marketplace; null for a shop, which has none. At most the first 5000 are counted. */
    listings: z.object({ counted: z.int(), more: z.int(), fewer: z.int(), toNone: z.int() }).nullable(),
  })
  .meta({ id: 'ChannelPoolPreview' });
export type ChannelPoolPreview = z.infer<typeof ChannelPoolPreview>;

/** A channel may see something else of the shelf from now on. */
export const ChannelPoolChanged = defineEvent('organisation.channel-pool-changed.v1', z.object({ channelCode: z.string(), version: z.int() }));
