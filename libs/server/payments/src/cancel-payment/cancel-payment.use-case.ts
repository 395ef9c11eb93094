import { Inject, Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, Transactions } from '@oneshelf/platform';
import type Stripe from 'stripe';
import { type Payment, PaymentRepository, type PaymentStatus } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { createOnlineIntent } from '../stripe/online-intent';
import { STRIPE } from '../stripe/stripe-client';

const OPEN: PaymentStatus[] = ['pending', 'requires_action', 'authorised'];

/**
 * Gives the holds of an order back to the cards, and closes what a declined card left open, so that nobody can pay it
 * later. Doing it again changes nothing.
 */
@Injectable()
export class CancelPaymentUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly transactions: Transactions,
    @Inject(STRIPE) private readonly stripe: Stripe,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(orderId: string): Promise<Result<{ releasedMinor: number }, ProviderUnavailable>> {
    let releasedMinor = 0;
    for (const payment of await this.payments.byOrder(this.database, orderId)) {
      if (payment.kind !== 'card_online' || !(OPEN.includes(payment.status) || isLeftOpen(payment))) continue;
      const released = await this.release(payment);
      if (!released.ok) return released;
      releasedMinor += released.value;
    }
    return ok({ releasedMinor });
  }

  /** Answers what was on hold. */
  async release(payment: Payment): Promise<Result<number, ProviderUnavailable>> {
    const reference = payment.reference ?? (await this.findReference(payment));
    if (typeof reference === 'string') {
      const answer = await askProvider(() => this.stripe.paymentIntents.cancel(reference, undefined, { idempotencyKey: `${payment.id}:cancel` }));
      // A refusal means that the intent is cancelled already (or never was confirmed): nothing is held.
      if (!answer.ok && answer.refusal.kind === 'provider_unavailable') return { ok: false, refusal: answer.refusal };
    } else if (reference !== null) return { ok: false, refusal: reference };
    await this.transactions.write((tx) => this.payments.released(tx, payment.id));
    return ok(payment.status === 'failed' ? 0 : payment.authorisedMinor);
  }

  /** A crash may have come between Stripe's answer and our note of it: the same question finds the intent. */
  private async findReference(payment: Payment): Promise<string | null | ProviderUnavailable> {
    const answer = await askProvider(() => createOnlineIntent(this.stripe, payment));
    if (answer.ok) return answer.value.id;
    return answer.refusal.kind === 'provider_unavailable' ? answer.refusal : answer.refusal.reference;
  }
}

const isLeftOpen = (payment: Payment): boolean => payment.status === 'failed' && payment.authorisedMinor === 0 && payment.reference !== null && payment.releasedAt === null;
