import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { PieceOfLine } from '../inventory/piece.contract';

export const PickupLineSchema = z
  .object({
    id: z.uuid(),
    orderLineId: z.uuid(),
    variantId: z.uuid(),
    sku: z.string(),
    title: z.string(),
    unit: QuantityUnit.optional(),
    /** Where it stands, as people walk; absent: nobody said. */
    bin: z.string().optional(),
    barcodes: z.array(z.string()),
    quantityMilli: z.int(),
    pickedMilli: z.int(),
    shortMilli: z.int(),
    /** Its pieces are told apart by serial numbers: each is named when it is handed over. */
    bySerial: z.boolean(),
    /** Of a bundle: what it was made of when it was sold, in one piece of it. */
    components: z.array(z.object({ sku: z.string(), title: z.string(), quantityMilli: z.int() })).optional(),
    /** Which lots to take, first expired first; none of goods that have no lots. */
    lots: z.array(z.object({ code: z.string(), expiresOn: z.iso.date().nullable(), quantityMilli: z.int() })).optional(),
  })
  .meta({ id: 'PickupLine' });
export type PickupLine = z.infer<typeof PickupLineSchema>;

export const PickupSchema = z
  .object({
    /** Of the fulfilment order. */
    id: z.uuid(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    customerName: z.string(),
    status: z.enum(['to_pick', 'picking', 'ready', 'handed_over', 'cancelled']),
    shelf: z.string().nullable(),
    pickedBy: z.string().nullable(),
    currency: z.string(),
    /** Paid for what this part still holds. */
    totalMinor: z.int(),
    placedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    readyAt: z.iso.datetime().nullable(),
    lines: z.array(PickupLineSchema),
  })
  .meta({ id: 'Pickup' });
export type Pickup = z.infer<typeof PickupSchema>;

/** GET /api/pos/pickups: to pick and ready, of the till's store, first due first. */
export const PickupListSchema = z.object({ items: z.array(PickupSchema) }).meta({ id: 'PickupList' });
export type PickupList = z.infer<typeof PickupListSchema>;

/**
 * POST /api/pos/pickups/:id/pick. `pickedMilli` is the line's total so far, so sending it twice changes nothing.
 * When nothing is left to pick and a shelf is named, the part is ready and the customer is told. Answers the Pickup.
 * Refusals: not_found 404, wrong_status 409, unknown_line 422, picked_too_many 422, shelf_missing 422.
 */
export const PickRequestSchema = z
  .object({
    lines: z.array(z.object({ lineId: z.uuid(), pickedMilli: z.int().nonnegative() })).max(200),
    shelf: z.string().trim().max(40).optional(),
    /** Who picks; shown on the part. */
    staffName: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'PickRequest' });
export type PickRequest = z.infer<typeof PickRequestSchema>;

/** POST /api/pos/pickups/:id/short: units that cannot be found. Answers PickupShortOutcome. Refusals: not_found 404, wrong_status 409, unknown_line 422, short_too_many 422. */
export const ShortRequestSchema = z
  .object({
    lines: z.array(z.object({ lineId: z.uuid(), shortMilli: z.int().positive(), reason: z.enum(['not_found', 'damaged', 'wrong_item']) })).min(1).max(200),
    staffName: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'ShortRequest' });
export type ShortRequest = z.infer<typeof ShortRequestSchema>;

export const ShortOutcomeSchema = z
  .object({
    status: z.enum(['to_pick', 'picking', 'ready', 'cancelled']),
    lines: z.array(z.object({ lineId: z.uuid(), shortMilli: z.int(), outcome: z.enum(['re_routed', 'cancelled']), toLocationName: z.string().nullable() })),
  })
  .meta({ id: 'ShortOutcome' });
export type ShortOutcome = z.infer<typeof ShortOutcomeSchema>;

/** POST /api/pos/pickups/:id/hand-over. Answers the Pickup. Refusals: not_found 404, wrong_status 409, wrong_code 403, too_many_requests 429 {retryAfterSeconds} after 5 tries in 10 minutes; serials_required 422, serial_unreadable 422, serial_twice 422, serial_elsewhere 409. */
export const HandOverRequestSchema = z
  .object({ code: z.string().trim().min(1).max(40), staffName: z.string().trim().max(200).optional(), serials: z.array(PieceOfLine).max(1_000).optional() })
  .meta({ id: 'HandOverRequest' });
export type HandOverRequest = z.infer<typeof HandOverRequestSchema>;
