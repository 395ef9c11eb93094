import * as z from 'zod';

/** POST /api/refunds/:id/pay-otherwise: it was paid in cash or by transfer, by hand. The note says how. Refusals: not_found 404, not_failed 409, refund_exceeds_paid 409. */
export const PayRefundOtherwiseSchema = z.object({ note: z.string().trim().min(1).max(500) }).meta({ id: 'PayRefundOtherwise' });
export type PayRefundOtherwise = z.infer<typeof PayRefundOtherwiseSchema>;

/** Answer of it and of POST /api/refunds/:id/retry (same refusals). pending: sent, or sent within a minute. */
export const MendedRefundSchema = z.object({ refundId: z.uuid(), status: z.enum(['pending', 'succeeded', 'failed']) }).meta({ id: 'MendedRefund' });
export type MendedRefund = z.infer<typeof MendedRefundSchema>;
