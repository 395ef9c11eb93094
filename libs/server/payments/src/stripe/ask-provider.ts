import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import Stripe from 'stripe';

/** The provider did not answer, or not with an answer that decides anything: ask again later with the same key. */
export type ProviderUnavailable = { kind: 'provider_unavailable'; message: string };

/** The provider says that the request cannot be done, for good. */
export type ProviderRefused = { kind: 'provider_refused'; code: string; param: string | null; reference: string | null; message: string };

/**
 * One call to the provider. Outages and refusals become values; what only our own mistake can cause (a wrong key,
 * another input under a used key) is thrown.
 */
export async function askProvider<Answer>(call: () => Promise<Answer>): Promise<Result<Answer, ProviderUnavailable | ProviderRefused>> {
  try {
    return ok(await call());
  } catch (error) {
    if (isOutage(error)) return refuse({ kind: 'provider_unavailable', message: 'The card provider did not answer. Nothing was charged twice; try again in a minute.' });
    if (error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError) {
      return refuse({ kind: 'provider_refused', code: error.decline_code ?? error.code ?? 'invalid_request', param: error.param ?? null, reference: error.payment_intent?.id ?? null, message: error.message });
    }
    throw error;
  }
}

const isOutage = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError || error instanceof Stripe.errors.StripeAPIError || error instanceof Stripe.errors.StripeRateLimitError;
