import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type Stripe from 'stripe';
import type { Payment } from '../payment.repository';
import { askProvider, type ProviderUnavailable } from '../stripe/ask-provider';
import { type CardOutcome, readIntent } from '../stripe/card-outcome';
import { STRIPE } from '../stripe/stripe-client';

export type ReaderRefusal = { kind: 'reader_busy' } | { kind: 'reader_offline'; message: string } | ProviderUnavailable;

/** The calls to a card reader, one action at a time; no database. */
@Injectable()
export class TerminalReader {
  constructor(@Inject(STRIPE) private readonly stripe: Stripe) {}

  /** Creates the intent and shows the amount on the reader. Answers the intent's id. */
  async start(payment: Payment, readerId: string): Promise<Result<string, ReaderRefusal>> {
    const intent = await askProvider(() =>
      this.stripe.paymentIntents.create(
        { amount: payment.amountMinor, currency: payment.currency.toLowerCase(), allowed_payment_method_types: ['card_present'], capture_method: 'automatic', metadata: { payment_id: payment.id, order_id: payment.orderId } },
        { idempotencyKey: payment.id },
      ),
    );
    if (!intent.ok) return refusalOf(intent.refusal);
    const { id } = intent.value;
    // Without a key on purpose: after a crash the reader's own state says whether it works on this intent.
    const shown = await askProvider(() => this.stripe.terminal.readers.processPaymentIntent(readerId, { payment_intent: id }));
    if (shown.ok) return ok(id);
    if (shown.refusal.kind === 'provider_refused' && (await this.worksOn(readerId, id))) return ok(id);
    return refusalOf(shown.refusal);
  }

  async look(reference: string): Promise<Result<CardOutcome, ProviderUnavailable>> {
    const answer = await askProvider(() => this.stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] }));
    if (answer.ok) return ok(readIntent(answer.value));
    return answer.refusal.kind === 'provider_unavailable' ? { ok: false, refusal: answer.refusal } : ok({ kind: 'declined', reference, code: answer.refusal.code });
  }

  /** Takes the amount off the reader, if it is this payment's, and closes the intent. */
  async cancel(payment: Payment): Promise<Result<void, ProviderUnavailable>> {
    const { readerId } = payment.request as { readerId: string };
    const { reference } = payment;
    if (!reference) return ok(undefined);
    if (await this.worksOn(readerId, reference)) {
      const stopped = await askProvider(() => this.stripe.terminal.readers.cancelAction(readerId));
      if (!stopped.ok && stopped.refusal.kind === 'provider_unavailable') return { ok: false, refusal: stopped.refusal };
    }
    const closed = await askProvider(() => this.stripe.paymentIntents.cancel(reference));
    // Refused: the card was charged in the same moment. The status says so.
    return !closed.ok && closed.refusal.kind === 'provider_unavailable' ? { ok: false, refusal: closed.refusal } : ok(undefined);
  }

  private async worksOn(readerId: string, reference: string): Promise<boolean> {
    const answer = await askProvider(() => this.stripe.terminal.readers.retrieve(readerId));
    if (!answer.ok || answer.value.deleted) return false;
    const { action } = answer.value;
    const asked = action?.process_payment_intent?.payment_intent;
    return action?.status === 'in_progress' && (typeof asked === 'string' ? asked : asked?.id) === reference;
  }
}

function refusalOf(refusal: ProviderUnavailable | { kind: 'provider_refused'; code: string; message: string }): { ok: false; refusal: ReaderRefusal } {
  if (refusal.kind === 'provider_unavailable') return { ok: false, refusal };
  return refusal.code === 'terminal_reader_busy' ? refuse({ kind: 'reader_busy' }) : refuse({ kind: 'reader_offline', message: `The card reader refused: ${refusal.message} Nothing was charged.` });
}
