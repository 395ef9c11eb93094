import * as z from 'zod';

/** POST /api/pos/card-payments (till). The same paymentId again gives the state of the first. Refusals: reader_missing 409, reader_busy 409, payment_mismatch 409, provider_unavailable 503. */
export const StartCardPaymentSchema = z
  .object({
    /** Made by the till, once per intent to pay. */
    paymentId: z.uuid(),
    /** The sale that it will be part of. */
    saleId: z.uuid(),
    amountMinor: z.int().positive(),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .meta({ id: 'StartCardPayment' });
export type StartCardPayment = z.infer<typeof StartCardPaymentSchema>;

/** GET /api/pos/card-payments/:id and POST …/:id/cancel answer the same. */
export const CardPaymentStatusSchema = z
  .object({
    paymentId: z.uuid(),
    saleId: z.uuid(),
    /** pending: the reader waits for the card. captured: paid. failed: declined, start another. */
    status: z.enum(['pending', 'captured', 'failed', 'cancelled']),
    amountMinor: z.int(),
    currency: z.string(),
    cardLabel: z.string().nullable(),
    /** Code of the decline, e.g. card_declined, insufficient_funds. */
    failure: z.string().nullable(),
  })
  .meta({ id: 'CardPaymentStatus' });
export type CardPaymentStatus = z.infer<typeof CardPaymentStatusSchema>;
