import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import type Stripe from 'stripe';
import { PaymentRepository } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { type CardOutcome, readIntent } from '../stripe/card-outcome';
import { createOnlineIntent, type OnlinePayment, type OnlineRequest } from '../stripe/online-intent';
import { STRIPE } from '../stripe/stripe-client';

export interface OnlineCard {
  paymentId: string;
  orderId: string;
  amountMinor: number;
  currency: string;
  /** Stripe's id of the card that the browser collected. */
  paymentMethodId: string;
  /** Where the bank sends the shopper back to. */
  returnUrl: string;
}

/** A payment that can be asked about: by its reference where one is known, else by repeating the first question. */
export type AskablePayment = OnlinePayment & { reference: string | null };

/**
 * Puts an amount on hold on an online card, in three steps that a crash may part anywhere:
 * prepare (in the order's transaction) → ask (outside of every transaction) → finalise (guarded by the status before).
 */
@Injectable()
export class AuthorisePaymentUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    @Inject(STRIPE) private readonly stripe: Stripe,
  ) {}

  async prepare(tx: Tx, card: OnlineCard): Promise<AskablePayment> {
    const { paymentId: id, orderId, currency, amountMinor } = card;
    const request: OnlineRequest = { paymentMethodId: card.paymentMethodId, returnUrl: card.returnUrl };
    await this.payments.insert(tx, [{ id, orderId, kind: 'card_online', provider: 'stripe', status: 'pending', currency, amountMinor, request }]);
    return { id, orderId, currency, amountMinor, reference: null, request };
  }

  /**
   * Creates and confirms the intent, or fetches it again. The idempotency key is the payment's id, so that the same
   * question after a crash finds the intent of the first.
   */
  async ask(payment: AskablePayment): Promise<Result<CardOutcome, ProviderUnavailable>> {
    const { reference } = payment;
    const answer = await askProvider(() =>
      reference
        ? this.stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] })
        : createOnlineIntent(this.stripe, payment),
    );
    if (answer.ok) return ok(readIntent(answer.value));
    const { refusal } = answer;
    if (refusal.kind === 'provider_unavailable') return { ok: false, refusal };
    return ok({ kind: 'declined', reference: refusal.reference, code: refusal.code });
  }

  /** Writes the answer down. False: somebody else was first. */
  finalise(tx: Tx, paymentId: string, outcome: CardOutcome): Promise<boolean> {
    return this.payments.settle(tx, paymentId, outcome);
  }
}
