import * as z from 'zod';

/** GET /api/listings */
export const ListingsQuery = z
  .object({
    channelCode: z.string().max(50).optional(),
    variantId: z.uuid().optional(),
    search: z.string().trim().max(100).optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
export type ListingsQuery = z.infer<typeof ListingsQuery>;

export const ListingsAnswer = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        channelCode: z.string(),
        variantId: z.uuid(),
        sku: z.string(),
        externalProductId: z.string(),
        fulfilledBy: z.enum(['merchant', 'marketplace']),
        /** The channel's share of what its locations could promise now. */
        availableMilli: z.int().nonnegative(),
        /** Of it, what is withheld. */
        bufferMilli: z.int().nonnegative(),
        /** Pieces that the channel should show now. */
        exposedUnits: z.int().nonnegative(),
        /** What decided: the pool, the listing's cap, or `closed`: it showed none, and there are too few to open again. */
        decidedBy: z.enum(['pool', 'cap', 'closed']),
        /** Never more than this is shown; null: no limit. */
        capUnits: z.int().nonnegative().nullable(),
        /** How long the units last at the pace of the last 28 days; null: it does not sell. */
        coverHours: z.int().nonnegative().nullable(),
        /** Pieces that the marketplace has accepted last; null: none yet, or it changed its number itself. */
        acknowledgedUnits: z.int().nullable(),
        waiting: z.boolean(),
        pushedAt: z.iso.datetime().nullable(),
        failure: z.string().nullable(),
        /** What a marketplace keeps in its own warehouses for us (fulfilledBy marketplace). */
        marketplaceStock: z.object({ fulfillable: z.int(), inbound: z.int(), reserved: z.int(), unfulfillable: z.int(), readAt: z.iso.datetime() }).nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Listings' });
export type ListingsAnswer = z.infer<typeof ListingsAnswer>;

/** PUT /api/listings/:id/cap → 200. Of this listing never more is shown; null: no limit. The marketplace is told within seconds. Refusal: not_found 404, pool_apart 409. */
export const SetListingCap = z.object({ capUnits: z.int().nonnegative().max(1_000_000).nullable() }).meta({ id: 'SetListingCap' });
export type SetListingCap = z.infer<typeof SetListingCap>;

export const SetListingCapAnswer = z.object({ id: z.uuid(), capUnits: z.int().nullable() }).meta({ id: 'SetListingCapAnswer' });
export type SetListingCapAnswer = z.infer<typeof SetListingCapAnswer>;
