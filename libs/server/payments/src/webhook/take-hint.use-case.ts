import { Inject, Injectable } from '@nestjs/common';
import { PaymentHinted } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { CONFIG, type Config, publish, Transactions } from '@oneshelf/platform';
import Stripe from 'stripe';
import * as z from 'zod';
import { PaymentRepository } from '../payment.repository';
import { STRIPE } from '../stripe/stripe-client';

export type HintRefusal = { kind: 'bad_signature' };

const Ids = z.object({ payment_id: z.uuid(), refund_id: z.uuid().optional() });

/**
 * Takes a message of the provider as a hint: signature checked, each message once, and nothing in it is believed.
 * The event makes others ask for the state of now, so the order in which messages come does not matter.
 */
@Injectable()
export class TakeHintUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    @Inject(STRIPE) private readonly stripe: Stripe,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(body: Buffer, signature: string): Promise<Result<{ taken: boolean }, HintRefusal>> {
    const event = this.verify(body, signature);
    if (!event) return refuse({ kind: 'bad_signature' });
    const ids = Ids.safeParse((event.data.object as { metadata?: unknown }).metadata);
    return this.transactions.run<{ taken: boolean }, never>(async (tx) => {
      const first = await tx
        .insertInto('provider_event').values({ provider: 'stripe', event_id: event.id, kind: event.type })
        .onConflict((conflict) => conflict.doNothing()).returning('event_id').executeTakeFirst();
      const payment = first && ids.success ? await this.payments.byId(tx, ids.data.payment_id) : null;
      if (payment && ids.success) await publish(tx, { type: PaymentHinted, key: payment.orderId, payload: { paymentId: payment.id, orderId: payment.orderId, refundId: ids.data.refund_id ?? null } });
      return ok({ taken: payment !== null });
    });
  }

  private verify(body: Buffer, signature: string): Stripe.Event | null {
    try {
      return this.stripe.webhooks.constructEvent(body, signature, this.config.STRIPE_WEBHOOK_SECRET);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
      throw error;
    }
  }
}
