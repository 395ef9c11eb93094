import Stripe from 'stripe';
import type { Inbox } from '../chassis/testing';
import type { StripeSimulator } from './start-stripe-simulator';

export function clientOf(simulator: StripeSimulator, key = simulator.secretKey): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port: simulator.port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
}

export const eventsOf = (inbox: Inbox): Stripe.Event[] => inbox.received.map(({ body }) => JSON.parse(body) as Stripe.Event);

/** The error that the SDK throws. */
export async function stripeErrorOf(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was answered, but an error was expected.');
}
