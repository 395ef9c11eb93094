import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { SerialText } from '../inventory/piece.contract';

export const ReturnReasonSchema = z.enum(['too_small', 'too_big', 'faulty', 'not_as_shown', 'changed_mind', 'other']).meta({ id: 'ReturnReason' });
export type ReturnReason = z.infer<typeof ReturnReasonSchema>;
export const DispositionSchema = z.enum(['resellable', 'refurbish', 'quarantine']).meta({ id: 'Disposition' });
export type Disposition = z.infer<typeof DispositionSchema>;

export const ReturnLookupQuerySchema = z.object({ code: z.string().trim().min(1).max(200) });

export const ReturnableLineSchema = z
  .object({
    orderLineId: z.uuid(),
    variantId: z.uuid(),
    sku: z.string(),
    title: z.string(),
    unit: QuantityUnit.optional(),
    /** What its one piece weighed, in thousandths of a kilogram: then the price is of a kilogram. */
    weightMilli: z.int().optional(),
    barcodes: z.array(z.string()),
    quantityMilli: z.int(),
    fulfilledMilli: z.int(),
    returnedMilli: z.int(),
    returnableMilli: z.int(),
    taxRateBasisPoints: z.int(),
    listUnitMinor: z.int(),
    /** Its pieces that are with the customer; some may not have been read. */
    serialNumbers: z.array(z.string()),
    bySerial: z.boolean(),
    /** What the next units would give back, in this order: frozen at the sale. */
    units: z.array(z.object({ unit: z.int(), quantityMilli: z.int(), totalMinor: z.int(), discountMinor: z.int(), taxMinor: z.int() })),
  })
  .meta({ id: 'ReturnableLine' });
export type ReturnableLine = z.infer<typeof ReturnableLineSchema>;

/** GET /api/pos/returns/lookup?code= (order number, receipt number, order id or the text of the QR code). Refusal: not_found 404. */
export const ReturnLookupSchema = z
  .object({
    orderId: z.uuid(),
    number: z.string(),
    channelCode: z.string(),
    customerName: z.string(),
    currency: z.string(),
    placedAt: z.iso.datetime(),
    totalMinor: z.int(),
    lines: z.array(ReturnableLineSchema),
    /** What was paid for sending it: it goes back with the last unit, once nothing of the order is open. Null: nothing, or it may not go back. */
    shipping: z.object({ totalMinor: z.int(), taxMinor: z.int() }).nullable(),
    /** What each tender can still take back, in the order in which refunds are given. */
    tenders: z.array(z.object({ paymentId: z.uuid(), kind: z.enum(['card_online', 'card_present', 'cash', 'external']), cardLabel: z.string().nullable(), refundableMinor: z.int() })),
  })
  .meta({ id: 'ReturnLookup' });
export type ReturnLookup = z.infer<typeof ReturnLookupSchema>;

/**
 * POST /api/pos/returns (till, on the network only). The same returnId again gives the first answer.
 * Refusals: not_found 404, unknown_line 422, invalid_quantity 422, nothing_to_return 409 and not_fulfilled 409 (orderLineId, askedMilli,
 * returnableMilli), outside_policy 409, exceeds_paid 409, refund_exceeds_paid 409, unit_returned_already 409, return_id_reused 409, serials_required 422, serial_unreadable 422, serial_twice 422, serial_not_of_sale 409,
 * serial_elsewhere 409.
 */
export const CreateReturnSchema = z
  .object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    lines: z
      .array(z.object({ orderLineId: z.uuid(), quantityMilli: z.int().positive(), reason: ReturnReasonSchema, disposition: DispositionSchema, serials: z.array(SerialText).max(200).optional() }))
      .min(1)
      .max(100),
    staffId: z.uuid(),
    staffName: z.string().trim().max(200).optional(),
    shiftId: z.uuid().optional(),
  })
  .meta({ id: 'CreateReturn' });
export type CreateReturn = z.infer<typeof CreateReturnSchema>;

export const ReturnResultSchema = z
  .object({
    returnId: z.uuid(),
    number: z.string(),
    currency: z.string(),
    refundMinor: z.int(),
    taxMinor: z.int(),
    /** The part of it that was paid for shipping. Results from before it was known have none. */
    shippingMinor: z.int().optional(),
    lines: z.array(z.object({ orderLineId: z.uuid(), sku: z.string(), title: z.string(), quantityMilli: z.int(), weightMilli: z.int().optional(), refundMinor: z.int(), taxMinor: z.int(), disposition: DispositionSchema, serialNumbers: z.array(z.string()).optional() })),
    /** What goes back to which tender. succeeded: given (cash); pending: the card's bank takes days. not_charged: the card was on hold only and will be charged that much less. */
    refunds: z.array(z.object({ refundId: z.uuid().nullable(), paymentId: z.uuid(), kind: z.enum(['card_online', 'card_present', 'cash', 'external']), cardLabel: z.string().nullable(), amountMinor: z.int(), /** Cash only: what is given beyond the amount, or less, because of the smallest coin. */ roundingMinor: z.int().optional(), status: z.enum(['pending', 'succeeded', 'failed', 'not_charged']) })),
  })
  .meta({ id: 'ReturnResult' });
export type ReturnResult = z.infer<typeof ReturnResultSchema>;
