import { PaymentHinted } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { FollowPaymentUseCase } from '../follow-payment/follow-payment.use-case';
import { PayAgainUseCase } from '../renew-hold/pay-again.use-case';

/** The provider hinted: the shopper may have closed the browser after 3-D Secure, so we look ourselves. */
@HandlesEvent({ id: 'orders.follow-payment', event: PaymentHinted, queue: 'payments' })
export class FollowPaymentHandler implements OutsideHandler<z.infer<typeof PaymentHinted.schema>> {
  constructor(
    private readonly following: FollowPaymentUseCase,
    private readonly again: PayAgainUseCase,
  ) {}

  async perform({ orderId }: z.infer<typeof PaymentHinted.schema>): Promise<void> {
    if ((await this.again.follow(orderId)) === null) await this.following.run(orderId);
  }
}
