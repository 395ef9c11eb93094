import type Stripe from 'stripe';
import * as z from 'zod';

/** What the row keeps of the first question, so that it can be repeated word for word under the same key. */
const OnlineRequest = z.object({ paymentMethodId: z.string(), returnUrl: z.string() });
export type OnlineRequest = z.infer<typeof OnlineRequest>;

export interface OnlinePayment {
  id: string;
  orderId: string;
  currency: string;
  amountMinor: number;
  request: unknown;
}

/** Creates and confirms the intent of an online payment, or finds the one that was created under this payment's id before. */
export function createOnlineIntent(stripe: Stripe, payment: OnlinePayment): Promise<Stripe.PaymentIntent> {
  const { paymentMethodId, returnUrl } = OnlineRequest.parse(payment.request);
  return stripe.paymentIntents.create(
    {
      amount: payment.amountMinor,
      currency: payment.currency.toLowerCase(),
      capture_method: 'manual',
      confirm: true,
      payment_method: paymentMethodId,
      allowed_payment_method_types: ['card'],
      return_url: returnUrl,
      metadata: { order_id: payment.orderId, payment_id: payment.id },
      expand: ['latest_charge'],
    },
    { idempotencyKey: payment.id },
  );
}
