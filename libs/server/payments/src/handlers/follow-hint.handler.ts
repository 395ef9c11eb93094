import { PaymentHinted } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { RefundPaymentUseCase } from '../refund-payment/refund-payment.use-case';
import { CardPaymentsUseCase } from '../terminal/card-payments.use-case';

/** Looks after payments at readers and refunds; online payments are the orders module's to follow. */
@HandlesEvent({ id: 'payments.follow-hint', event: PaymentHinted, queue: 'payments' })
export class FollowHintHandler implements OutsideHandler<z.infer<typeof PaymentHinted.schema>> {
  constructor(
    private readonly cards: CardPaymentsUseCase,
    private readonly refund: RefundPaymentUseCase,
  ) {}

  async perform({ paymentId, refundId }: z.infer<typeof PaymentHinted.schema>): Promise<void> {
    const followed = refundId ? await this.refund.follow(refundId) : await this.cards.status(null, paymentId);
    if (!followed.ok && followed.refusal.kind === 'provider_unavailable') throw new Error(followed.refusal.message);
  }
}
