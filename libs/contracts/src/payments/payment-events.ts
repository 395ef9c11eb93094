import * as z from 'zod';
import { defineEvent } from '../events/event-type';

/** The provider hinted that something happened to this payment; whoever cares asks the provider for the state of now. */
export const PaymentHinted = defineEvent('payments.payment-hinted.v1', z.object({ paymentId: z.uuid(), orderId: z.uuid(), refundId: z.uuid().nullable() }));

/** A refund at the provider ended: given back, or refused, at once or days later. `causeId`: the return that it belongs to. */
export const RefundSettled = defineEvent('payments.refund-settled.v1', z.object({ refundId: z.uuid(), orderId: z.uuid(), causeId: z.uuid(), amountMinor: z.int(), status: z.enum(['succeeded', 'failed']), failure: z.string().nullable() }));
