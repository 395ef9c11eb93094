import type { StripeErrorBody } from './stripe-error';
import type { Decline } from './test-cards';

export function declineBody(decline: Decline): StripeErrorBody {
  const declineCode = decline.declineCode === undefined ? {} : { decline_code: decline.declineCode };
  return { type: 'card_error', code: decline.code, ...declineCode, message: decline.message };
}

export const authenticationFailed: StripeErrorBody = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

/** An off-session payment whose card wants its holder. */
export const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};
