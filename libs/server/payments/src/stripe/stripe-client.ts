import type { Config } from '@oneshelf/platform';
import Stripe from 'stripe';

const TIMEOUT_MS = 10_000;
const RETRIES = 2;

/** Injection token of the one client of the card provider: Stripe's own SDK, whatever address it speaks to. */
export const STRIPE = Symbol('stripe');

/** The SDK repeats a lost request under the same idempotency key; each of our calls brings its own. */
export function createStripe(config: Config): Stripe {
  const options: ConstructorParameters<typeof Stripe>[1] = { telemetry: false, maxNetworkRetries: RETRIES, timeout: TIMEOUT_MS };
  if (!config.STRIPE_API_URL) return new Stripe(config.STRIPE_SECRET_KEY, options);
  const { hostname, port, protocol } = new URL(config.STRIPE_API_URL);
  const plain = protocol === 'http:' ? 'http' : 'https';
  return new Stripe(config.STRIPE_SECRET_KEY, { ...options, host: hostname, port: port || (plain === 'http' ? 80 : 443), protocol: plain });
}
