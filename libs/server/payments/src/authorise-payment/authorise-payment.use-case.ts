import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import type Stripe from 'stripe';
import { type Payment, PaymentRepository } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { type CardOutcome, readIntent } from '../stripe/card-outcome';
import { createOnlineIntent, type OnlinePayment, OnlineRequest } from '../stripe/online-intent';
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
  /** For an order that waits for goods: the hold may end before they come, so the card is kept to be asked again. */
  keepFor?: { email: string };
  /** The card was kept: it is asked without its shopper. */
  customerId?: string;
}

/** A card that may be asked without its shopper. */
export type KeptCard = Pick<OnlineCard, 'paymentMethodId'> & { customerId: string };

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
    const request: OnlineRequest = { paymentMethodId: card.paymentMethodId, returnUrl: card.returnUrl, ...(card.keepFor ? { keepFor: card.keepFor } : {}), ...(card.customerId ? { customerId: card.customerId } : {}) };
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

  /** Whether the latest card that was on hold may be asked again without its shopper. */
  isKept(payments: readonly Payment[]): boolean {
    return latestKept(payments) !== undefined;
  }

  /** That card; null: none was kept. */
  async keptCard(payments: readonly Payment[]): Promise<Result<KeptCard | null, ProviderUnavailable>> {
    const latest = latestKept(payments);
    if (!latest) return ok(null);
    const { customerId, paymentMethodId } = OnlineRequest.parse(latest.request);
    if (customerId !== undefined) return ok({ customerId, paymentMethodId });
    // The shop's page gave a card for one use; the one that the provider keeps has an id of its own.
    const answer = await askProvider(() => this.stripe.paymentIntents.retrieve(latest.reference ?? ''));
    if (!answer.ok) return answer.refusal.kind === 'provider_unavailable' ? { ok: false, refusal: answer.refusal } : ok(null);
    const { customer, payment_method: method } = answer.value;
    return ok(typeof customer === 'string' && typeof method === 'string' ? { customerId: customer, paymentMethodId: method } : null);
  }

  /** The shopper has to pay again themselves: a payment that failed before it was asked, so that it is seen and answered. */
  async owe(tx: Tx, due: Pick<OnlineCard, 'paymentId' | 'orderId' | 'amountMinor' | 'currency'>): Promise<void> {
    await this.payments.insert(tx, [{ id: due.paymentId, orderId: due.orderId, kind: 'card_online', provider: 'stripe', status: 'failed', currency: due.currency, amountMinor: due.amountMinor, failure: 'hold_ended' }]);
  }

  /** Writes the answer down. False: somebody else was first. */
  finalise(tx: Tx, paymentId: string, outcome: CardOutcome): Promise<boolean> {
    return this.payments.settle(tx, paymentId, outcome);
  }
}

function latestKept(payments: readonly Payment[]): Payment | undefined {
  return payments.findLast(({ kind, reference, authorisedMinor, request }) => {
    const parsed = kind === 'card_online' && reference !== null && authorisedMinor > 0 ? OnlineRequest.safeParse(request) : null;
    return parsed?.success === true && (parsed.data.keepFor !== undefined || parsed.data.customerId !== undefined);
  });
}
