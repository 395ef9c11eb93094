import type Stripe from 'stripe';
import * as z from 'zod';

/** What the row keeps of the first question, so that it can be repeated word for word under the same key. */
export const OnlineRequest = z.object({
  paymentMethodId: z.string(),
  returnUrl: z.string(),
  /** The card is to be kept for this shopper, to be asked again without them. */
  keepFor: z.object({ email: z.string() }).optional(),
  /** It was kept: the provider's customer that it belongs to. Nobody is there to answer the bank. */
  customerId: z.string().optional(),
});
export type OnlineRequest = z.infer<typeof OnlineRequest>;

export interface OnlinePayment {
  id: string;
  orderId: string;
  currency: string;
  amountMinor: number;
  request: unknown;
}

/** Creates and confirms the intent of an online payment, or finds the one that was created under this payment's id before. */
export async function createOnlineIntent(stripe: Stripe, payment: OnlinePayment): Promise<Stripe.PaymentIntent> {
  const request = OnlineRequest.parse(payment.request);
  const whose = await ofWhom(stripe, payment, request);
  return stripe.paymentIntents.create(
    {
      amount: payment.amountMinor,
      currency: payment.currency.toLowerCase(),
      capture_method: 'manual',
      confirm: true,
      payment_method: request.paymentMethodId,
      allowed_payment_method_types: ['card'],
      ...whose,
      metadata: { order_id: payment.orderId, payment_id: payment.id },
      expand: ['latest_charge'],
    },
    { idempotencyKey: payment.id },
  );
}

async function ofWhom(stripe: Stripe, { id, orderId }: OnlinePayment, { returnUrl, keepFor, customerId }: OnlineRequest): Promise<Pick<Stripe.PaymentIntentCreateParams, 'customer' | 'setup_future_usage' | 'off_session' | 'return_url'>> {
  if (customerId !== undefined) return { customer: customerId, off_session: true };
  if (keepFor === undefined) return { return_url: returnUrl };
  const customer = await stripe.customers.create({ email: keepFor.email, metadata: { order_id: orderId } }, { idempotencyKey: `${id}:customer` });
  return { customer: customer.id, setup_future_usage: 'off_session', return_url: returnUrl };
}
