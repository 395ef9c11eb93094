import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';

export const ReceiptPageQuerySchema = z.object({ locale: z.enum(['en', 'de']) });
export type ReceiptPageQuery = z.infer<typeof ReceiptPageQuerySchema>;

const Sentences = z.array(z.string());

/**
 * GET /api/receipts/:token?locale=: what stands on a receipt and why it cost that, for whoever holds it. Nothing of it says
 * who bought or paid. Refusals: receipt_not_found 404, too_many_requests 429.
 */
export const ReceiptPageSchema = z
  .object({
    number: z.string(),
    soldAt: z.iso.datetime(),
    timeZone: z.string(),
    /** The store, or the shop's name. */
    place: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    bookVersion: z.string(),
    lines: z.array(
      z.object({
        title: z.string(), sku: z.string(), serialNumbers: z.array(z.string()), unit: QuantityUnit.optional(), weightMilli: z.int().optional(), quantityMilli: z.int(), listUnitMinor: z.int(), listMinor: z.int(), discountMinor: z.int(), totalMinor: z.int(), cancelledMilli: z.int(), returnedMilli: z.int(),
        why: Sentences,
      }),
    ),
    /** Paid for sending it; null: nothing was sent. */
    shippingMinor: z.int().nullable(),
    taxes: z.array(z.object({ country: z.string(), name: z.string(), rateBasisPoints: z.int(), netMinor: z.int(), taxMinor: z.int(), grossMinor: z.int() })),
    listMinor: z.int(),
    discountMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int(),
    /** In the asked language, in the order in which they are read. */
    why: z.object({ basket: Sentences, shipping: Sentences, taxes: Sentences, totals: Sentences }),
    wasCancelled: z.boolean(),
  })
  .meta({ id: 'ReceiptPage' });
export type ReceiptPage = z.infer<typeof ReceiptPageSchema>;
