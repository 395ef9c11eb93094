import * as z from 'zod';
import { defineEvent } from '../events/event-type';

/** The provider hinted that something happened to this payment; whoever cares asks the provider for the state of now. */
export const PaymentHinted = defineEvent('payments.payment-hinted.v1', z.object({ paymentId: z.uuid(), orderId: z.uuid(), refundId: z.uuid().nullable() }));
