import { Inject, Injectable } from '@nestjs/common';
import type { PayAgainRequest } from '@oneshelf/contracts';
import { CONFIG, type Config, Problem } from '@oneshelf/platform';
import { FollowPaymentUseCase, type PaymentProgress } from '../follow-payment/follow-payment.use-case';
import type { Order } from '../order';
import { PayAgainUseCase } from '../renew-hold/pay-again.use-case';

/** How a shopper's order is paid after it was placed: the way back from the bank, and paying again. */
@Injectable()
export class StorefrontPayments {
  constructor(
    private readonly following: FollowPaymentUseCase,
    private readonly again: PayAgainUseCase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Minor units that the shopper has to pay again; null: none. */
  due(order: Order): Promise<number | null> {
    return this.again.due(order, new Date());
  }

  async afterBank(orderId: string): Promise<PaymentProgress> {
    const again = await this.again.follow(orderId);
    return again === null ? this.following.run(orderId) : notDeclined(again);
  }

  async payAgain(order: Order, { paymentMethodId, returnUrl, token }: PayAgainRequest): Promise<PaymentProgress> {
    const address = (returnUrl ?? `${this.config.PUBLIC_URL}/shop/orders/{orderId}/return?token={token}`).replaceAll('{orderId}', order.id).replaceAll('{token}', token);
    return notDeclined(await this.again.run(order.id, { paymentMethodId, returnUrl: address }));
  }
}

/** @throws Problem 402: the order itself stays. */
function notDeclined(progress: PaymentProgress): PaymentProgress {
  if (progress.kind === 'declined') throw new Problem(402, 'card_declined', 'The card was declined. Nothing was charged and your order is kept; try another card.', { code: progress.code });
  return progress;
}
