import type Stripe from 'stripe';

/** What the provider says of one payment. A decline is an answer, not an error. */
export type CardOutcome =
  | { kind: 'authorised'; reference: string; amountMinor: number; cardLabel: string | null; captureBefore: Date | null }
  | { kind: 'captured'; reference: string; amountMinor: number; cardLabel: string | null }
  | { kind: 'requires_action'; reference: string; redirectUrl: string | null; clientSecret: string | null }
  | { kind: 'declined'; reference: string | null; code: string }
  | { kind: 'cancelled'; reference: string }
  | { kind: 'pending'; reference: string };

const MILLISECONDS = 1000;

/** Reads an intent that was fetched with `expand: ['latest_charge']`. */
export function readIntent(intent: Stripe.PaymentIntent): CardOutcome {
  const reference = intent.id;
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  switch (intent.status) {
    case 'requires_capture':
      return { kind: 'authorised', reference, amountMinor: intent.amount_capturable, cardLabel: labelOf(charge), captureBefore: captureBeforeOf(charge) };
    case 'succeeded':
      return { kind: 'captured', reference, amountMinor: intent.amount_received, cardLabel: labelOf(charge) };
    case 'requires_action':
      return { kind: 'requires_action', reference, redirectUrl: intent.next_action?.redirect_to_url?.url ?? null, clientSecret: intent.client_secret };
    case 'canceled':
      return { kind: 'cancelled', reference };
    default: {
      const error = intent.last_payment_error;
      return error ? { kind: 'declined', reference, code: error.decline_code ?? error.code ?? 'card_declined' } : { kind: 'pending', reference };
    }
  }
}

const cardOf = (charge: Stripe.Charge | null) => charge?.payment_method_details?.card ?? charge?.payment_method_details?.card_present ?? null;

/** "Visa ··1881": never more than the last four digits. */
function labelOf(charge: Stripe.Charge | null): string | null {
  const card = cardOf(charge);
  if (!card?.brand || !card.last4) return null;
  return `${card.brand.charAt(0).toUpperCase()}${card.brand.slice(1)} ··${card.last4}`;
}

function captureBeforeOf(charge: Stripe.Charge | null): Date | null {
  const seconds = cardOf(charge)?.capture_before;
  return seconds ? new Date(seconds * MILLISECONDS) : null;
}
