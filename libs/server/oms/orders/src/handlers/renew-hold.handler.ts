import { PromiseKept } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { RenewHoldUseCase } from '../renew-hold/renew-hold.use-case';

/** What an order waited for has come: where its hold has ended meanwhile, it is asked for again before the goods leave. */
@HandlesEvent({ id: 'orders.renew-hold', event: PromiseKept, queue: 'payments' })
export class RenewHoldHandler implements OutsideHandler<z.infer<typeof PromiseKept.schema>> {
  constructor(private readonly renewing: RenewHoldUseCase) {}

  async perform({ orderId }: z.infer<typeof PromiseKept.schema>): Promise<void> {
    await this.renewing.run(orderId, new Date());
  }
}
