import * as z from 'zod';
import { HoldReferenceSchema, StorefrontLineSchema, StorefrontQuoteFulfilmentSchema } from './storefront-order.contract';

/**
 * POST /api/storefront/holds: keeps the units of a basket for a while, as far as they are there. Refusals: too_many_holds
 * 429 (this visitor holds enough), too_many_requests 429, idempotency_key_missing 400, idempotency_key_reused 409 (of another basket).
 */
export const StorefrontHoldRequestSchema = z
  .strictObject({
    lines: z.array(StorefrontLineSchema).min(1).max(100),
    /** Where it is to be fetched or sent, as far as that is known: the units are kept where they will be taken from. */
    fulfilment: StorefrontQuoteFulfilmentSchema.optional(),
    /** Who has said who they are is kept for longer. */
    email: z.email().max(320).optional(),
    /** The hold of before, e.g. when another store is chosen: its units come along, and it keeps its end. */
    replaces: HoldReferenceSchema.optional(),
  })
  .meta({ id: 'StorefrontHoldRequest' });
export type StorefrontHoldRequest = z.infer<typeof StorefrontHoldRequestSchema>;

export const StorefrontHoldSchema = z
  .object({
    /** Null, as are token and expiresAt: nothing could be kept. */
    holdId: z.uuid().nullable(),
    token: z.string().nullable(),
    expiresAt: z.iso.datetime().nullable(),
    /** How often it may still be made longer. */
    extensionsLeft: z.int(),
    /** By variant, in the order of the basket. */
    lines: z.array(z.object({
      variantId: z.uuid(), requestedMilli: z.int(), keptMilli: z.int(),
      /** For the choice of a store: what is kept for this shopper is not shown as free there. */
      keptAt: z.array(z.object({ locationId: z.uuid(), quantityMilli: z.int() })),
    })),
  })
  .meta({ id: 'StorefrontHold' });
export type StorefrontHold = z.infer<typeof StorefrontHoldSchema>;

/** PATCH /api/storefront/holds/:id: keeps it for longer. Refusals: hold_ended 409, hold_not_extended 409, not_found 404. */
export const ExtendHoldRequestSchema = z.strictObject({ token: z.string().min(1).max(200), email: z.email().max(320).optional() }).meta({ id: 'ExtendHoldRequest' });
export type ExtendHoldRequest = z.infer<typeof ExtendHoldRequestSchema>;

export const ExtendedHoldSchema = z.object({ expiresAt: z.iso.datetime(), extensionsLeft: z.int() }).meta({ id: 'ExtendedHold' });
export type ExtendedHold = z.infer<typeof ExtendedHoldSchema>;

/** DELETE /api/storefront/holds/:id?token= */
export const EndHoldQuerySchema = z.object({ token: z.string().min(1).max(200) });
