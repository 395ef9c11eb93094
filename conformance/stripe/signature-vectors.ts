import Stripe from 'stripe';
import { signatureHeader } from '@oneshelf/simulators';
import { resultOf, type CaseResult } from '../report';

export interface SignatureVector {
  id: string;
  payload: string;
  header: string;
  secret: string;
  now: number;
  toleranceSeconds: number;
  valid: boolean;
}

const stripe = new Stripe('sk_test_conformance');

/** The SDK's verdict is the vector's; and what is valid was signed as the simulator signs. */
export function checkVector(vector: SignatureVector): CaseResult {
  const accepted = sdkAccepts(vector);
  const verdict = accepted === vector.valid ? [] : [`The SDK ${accepted ? 'accepts' : 'refuses'} it, the vector says ${vector.valid ? 'valid' : 'not valid'}.`];
  return resultOf(`signature: ${vector.id}`, [], vector.valid ? [...verdict, ...signatureProblems(vector)] : verdict);
}

function sdkAccepts({ payload, header, secret, toleranceSeconds, now }: SignatureVector): boolean {
  try {
    return stripe.webhooks.signature?.verifyHeader(payload, header, secret, toleranceSeconds, undefined, now * 1_000) ?? false;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

function signatureProblems({ payload, header, secret }: SignatureVector): string[] {
  const parts = header.split(',');
  const at = Number(parts.find((part) => part.startsWith('t='))?.slice(2));
  const [, mine = ''] = signatureHeader(payload, secret, at).split(',');
  return parts.includes(mine) ? [] : [`The simulator signs ${mine}, which the header does not hold.`];
}
