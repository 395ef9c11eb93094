import * as z from 'zod';

const milli = z.int();
export const LotState = z.enum(['fresh', 'short', 'expired']).meta({ id: 'LotState' });
export type LotState = z.infer<typeof LotState>;

const Lot = z.object({
  lotId: z.uuid(), code: z.string(),
  /** The last day on which it is sold, on the store's calendar; null: it keeps, or nobody said. */
  expiresOn: z.iso.date().nullable(),
});
const AtPlace = z.object({
  locationId: z.uuid(), state: LotState,
  /** Days left after today there; 0 on the last day, below zero after it. */
  remainingDays: z.int().nullable(),
  /** On the shelf, kept for orders included; below zero where tills sold more of it than was said to be there. */
  shelfMilli: milli,
  /** To be checked, damaged, to be refurbished, in quarantine. */
  apartMilli: milli,
});
const Product = z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string() });

/** GET /api/stock/lots: lots that lie somewhere, first expired first. `state` due: expired or short. */
export const LotListQuery = z.object({
  locationId: z.uuid().optional(), variantId: z.uuid().optional(), state: z.enum(['due', 'fresh', 'short', 'expired', 'all']).default('due'),
  /** Part of a lot's code. */
  search: z.string().trim().max(40).optional(), offset: z.coerce.number().int().min(0).max(10_000).optional(), limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type LotListQuery = z.infer<typeof LotListQuery>;
export const LotListAnswer = z.object({ items: z.array(Product.extend(Lot.shape).extend(AtPlace.shape)), count: z.int(), shortDays: z.int() }).meta({ id: 'LotList' });
export type LotListAnswer = z.infer<typeof LotListAnswer>;

/** GET /api/stock/lots/:lotId: where a lot is and where it went, the newest 500 moves first. Also as trace.csv, with all of them. */
export const LotTrace = z
  .object({
    product: Product, lot: Lot, places: z.array(AtPlace), moveCount: z.int(),
    moves: z.array(z.object({ id: z.uuid(), locationId: z.uuid(), from: z.string(), to: z.string(), quantityMilli: milli, causeKind: z.string(), causeId: z.string(), reason: z.string(), actor: z.string(), occurredAt: z.iso.datetime() })),
  })
  .meta({ id: 'LotTrace' });
export type LotTrace = z.infer<typeof LotTrace>;

const Days = z.int().min(0).max(3650);
/** GET, PUT /api/stock/lots/rules: from how many days before its last a lot is short, and how many days must be left of one that goes to a channel. */
export const LotRules = z.object({ shortDays: Days, channels: z.array(z.object({ channelCode: z.string().min(1).max(60), days: Days })).max(200) }).meta({ id: 'LotRules' });
export type LotRules = z.infer<typeof LotRules>;

/** POST /api/stock/lots/move-expired: what the worker does each few minutes, now: expired goods that are for sale go to quarantine. */
export const ExpiredLotsMoved = z.object({ lots: z.int(), unitsMilli: milli }).meta({ id: 'ExpiredLotsMoved' });
export type ExpiredLotsMoved = z.infer<typeof ExpiredLotsMoved>;
