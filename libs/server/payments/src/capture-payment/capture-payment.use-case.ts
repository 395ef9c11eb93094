import { Inject, Injectable } from '@nestjs/common';
import { invariant, ok, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import type Stripe from 'stripe';
import { PaymentRepository } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { STRIPE } from '../stripe/stripe-client';

export type CaptureOutcome = { kind: 'captured' } | { kind: 'lost'; code: string };

/**
 * Takes what was put on hold: once per payment, because Stripe gives back the rest of the hold with the first capture.
 * prepare fixes the amount (status capturing) → ask → finalise (captured, or failed when the hold is gone).
 */
@Injectable()
export class CapturePaymentUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    @Inject(STRIPE) private readonly stripe: Stripe,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** False when the payment is not on hold (any more). The database refuses more than was authorised. */
  prepare(tx: Tx, capture: { paymentId: string; amountMinor: number }): Promise<boolean> {
    return this.payments.move(tx, capture.paymentId, { from: ['authorised'], to: 'capturing', capturedMinor: capture.amountMinor });
  }

  async ask(paymentId: string): Promise<Result<CaptureOutcome, ProviderUnavailable>> {
    const payment = await this.payments.byId(this.database, paymentId);
    invariant(payment?.reference, `payment ${paymentId} has no intent to capture`);
    const { reference, capturedMinor } = payment;
    const answer = await askProvider(() => this.stripe.paymentIntents.capture(reference, { amount_to_capture: capturedMinor }, { idempotencyKey: `${paymentId}:capture` }));
    if (answer.ok) return ok({ kind: 'captured' });
    const { refusal } = answer;
    return refusal.kind === 'provider_unavailable' ? { ok: false, refusal } : this.readAgain(reference, refusal.code);
  }

  async finalise(tx: Tx, paymentId: string, outcome: CaptureOutcome): Promise<boolean> {
    if (outcome.kind === 'captured') return this.payments.move(tx, paymentId, { from: ['capturing'], to: 'captured' });
    return this.payments.move(tx, paymentId, { from: ['capturing'], to: 'failed', capturedMinor: 0, failure: outcome.code });
  }

  /** A refused capture may be one that was done before: the intent itself says so. */
  private async readAgain(reference: string, code: string): Promise<Result<CaptureOutcome, ProviderUnavailable>> {
    const answer = await askProvider(() => this.stripe.paymentIntents.retrieve(reference));
    if (answer.ok) return ok(answer.value.status === 'succeeded' ? { kind: 'captured' } : { kind: 'lost', code });
    return answer.refusal.kind === 'provider_unavailable' ? { ok: false, refusal: answer.refusal } : ok({ kind: 'lost', code });
  }
}
