import type Stripe from 'stripe';
import type { Parameters } from './parameters';
import { addressFrom } from './payment-method';

export function shippingFrom(parameters: Parameters | undefined): Stripe.PaymentIntent.Shipping & { address: Stripe.Address; name: string } | null {
  if (parameters === undefined) return null;
  return {
    address: addressFrom(parameters.inner('address')) ?? { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    carrier: parameters.text('carrier') ?? null,
    name: parameters.text('name') ?? '',
    phone: parameters.text('phone') ?? null,
    tracking_number: parameters.text('tracking_number') ?? null,
  };
}
